// What a click on a part of a picture means, kept with the picture, so that it is about what was drawn.

package enum Touch: Equatable, Sendable {
    /// The same as pressing a key.
    case key(Key)
    /// Something of a list or a table, so many to the right of what is chosen and so many below: it is chosen
    /// by that; what is chosen already is opened.
    case item(columns: Int, rows: Int)
}

/// What happens with a mouse, as far as it is of use.
package enum MouseAction: Equatable, Sendable {
    case press
    case wheelUp, wheelDown
}

struct TouchArea: Equatable, Sendable {
    let area: Rect
    let meaning: Touch
}
