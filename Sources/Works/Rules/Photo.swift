/// A photo as it was sent (照片): told to be a picture by its own first bytes, never by its name.
package struct Photo: Hashable, Sendable {
    package let mediaType: String
    package let content: [UInt8]

    package static let largest = 20 << 20

    /// A JPEG or PNG of at most 20 MiB, or nil.
    package init?(_ content: [UInt8]) {
        guard content.count <= Photo.largest else { return nil }
        if content.starts(with: [0xFF, 0xD8, 0xFF]) {
            mediaType = "image/jpeg"
        } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            mediaType = "image/png"
        } else {
            return nil
        }
        self.content = content
    }
}
