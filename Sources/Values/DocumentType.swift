/// The kinds of files that a paper's bytes can be (材料文件类型), told by how they begin.
///
/// The database judges by the same beginnings whether a file is a document at all.
package enum DocumentType: String, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case ofd = "application/ofd"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case jpeg = "image/jpeg"
    case png = "image/png"
    case tiff = "image/tiff"
    case heic = "image/heic"
    case text = "text/plain"

    package static let names = allCases.map(\.rawValue)

    /// What a file's name ends with.
    package var ending: String {
        switch self {
        case .pdf: ".pdf"
        case .ofd: ".ofd"
        case .docx: ".docx"
        case .xlsx: ".xlsx"
        case .jpeg: ".jpg"
        case .png: ".png"
        case .tiff: ".tif"
        case .heic: ".heic"
        case .text: ".txt"
        }
    }

    /// What bytes are by their beginning; packages of a document are told apart by the names of their parts.
    package static func of(_ bytes: [UInt8]) -> DocumentType {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .png }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return .tiff
        }
        if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) { return .heic }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return .text }
        if holds("word/", bytes) { return .docx }
        return holds("xl/", bytes) ? .xlsx : .ofd
    }

    private static func holds(_ part: String, _ bytes: [UInt8]) -> Bool {
        let part = Array(part.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: part) }
    }
}
