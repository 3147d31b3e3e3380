// How a day felt.

/// Ratings of a day in whole numbers, 0...10, each nil where it was not given. The scale is Lull's own.
package struct Mood: Equatable, Sendable {
    package var day: CivilDate
    /// 0 is the lowest.
    package var mood: Int?
    /// 0 is none.
    package var anxiety: Int?
    /// 0 is not at all calm.
    package var calm: Int?
    /// How clear-headed; 0 is not at all.
    package var clear: Int?
    /// 0 is none.
    package var pain: Int?

    package init(
        day: CivilDate, mood: Int? = nil, anxiety: Int? = nil, calm: Int? = nil, clear: Int? = nil,
        pain: Int? = nil
    ) {
        self.day = day
        self.mood = mood
        self.anxiety = anxiety
        self.calm = calm
        self.clear = clear
        self.pain = pain
    }
}
