// A descriptor with an owner.

/// An open folder or file that is closed, and its lock given back, when no one holds it any more.
final class HeldDescriptor {
    let descriptor: Descriptor
    private let files: any FileSystem

    init(_ descriptor: Descriptor, _ files: any FileSystem) {
        self.descriptor = descriptor
        self.files = files
    }

    deinit { files.close(descriptor) }
}
