// The list of themes beside the screen: which one is tried on, and what it was before.

struct ThemesState: Equatable {
    var choices: [ThemeChoice]
    var selected: Int
    /// Why the theme tried on cannot be used; nil where it is.
    var refusal: String?

    var name: String? { choices.indices.contains(selected) ? choices[selected].name : nil }
}
