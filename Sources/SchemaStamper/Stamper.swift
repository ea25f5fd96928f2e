import CLibCrypto
import Foundation

/// Writes a Swift file that says what a folder `sql/` holds.
///
/// It tells the last migration's number, and the hashes that the migrator records of the migrations and of what it
/// replays. Takes the folder and the file to write.
@main
struct Stamper {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else { throw CocoaError(.fileNoSuchFile) }
        let folder = CommandLine.arguments[1]
        let migrations = try texts(in: folder, "migrations")
        let hashes = migrations.map { sha256(Array($0.text)) }
        var current: [UInt8] = []
        for file in try texts(in: folder, "current") {
            current += Array(file.path.utf8) + [0] + Array(String(file.text.count).utf8) + [0]
            current += Array(file.text)
        }
        let source = """
            /// What `sql/` held when this program was built; written by the build.
            enum BuiltSchema {
                static let number = \(migrations.count)
                static let migrations = "\(sha256(Array(hashes.joined(separator: "\n").utf8)))"
                static let current = "\(sha256(current))"
            }

            """
        try source.write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
    }

    /// The files of a folder of `sql/` in the order of their paths' bytes, as the migrator reads them.
    private static func texts(in sql: String, _ folder: String) throws -> [(path: String, text: Data)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: sql + "/" + folder)
        return try names.filter { $0.hasSuffix(".sql") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { name in
                let path = folder + "/" + name
                return (path, try Data(contentsOf: URL(fileURLWithPath: sql + "/" + path)))
            }
    }

    private static func sha256(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        precondition(EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1)
        return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
