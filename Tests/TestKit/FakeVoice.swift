// A speech program that keeps what it was asked to say, and when.

import CellCanvas
import DashboardRuntime

package final class FakeVoice: Voice {
    /// A text, and the moment at which it was asked for; an empty one stops what is being said.
    package private(set) var said: [(text: String, at: Moment)] = []
    private let clock: FakeClock

    package init(_ clock: FakeClock) { self.clock = clock }

    package func say(_ text: String) { said.append((text, clock.moment)) }
    package func stop() { said.append(("", clock.moment)) }
    package func tidy() {}
    package var isSpeaking: Bool { false }
}
