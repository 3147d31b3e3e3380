// Where the person is in the guide: which page, whether it is being read, and how far each one was read.

struct GuidePagesState: Equatable {
    /// The name of the chosen page; nil for the first.
    var chosen: String?
    /// True while the keys move the text, false while they move in the list.
    var isReading = false
    /// With what the person noted in the last seven days.
    var showsOwn = false
    /// The first line shown, by the page's name.
    var places: [String: Int] = [:]
}
