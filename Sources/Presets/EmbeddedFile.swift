// The files of Themes/ and seeds/ as they were when the program was built.

/// One text file that ships with the program.
package struct EmbeddedFile: Sendable {
    /// Where it stands in the project: `Themes/dusk.yaml`.
    package let path: String
    package let text: String
}
