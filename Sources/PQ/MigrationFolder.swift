import FoundationEssentials

/// What keeps a database from being brought to the folder's shape.
package enum MigrationFault: Error, Sendable, Hashable {
    /// The folder itself is wrong: a name, a gap, a number used twice, no opening comment.
    case folder(String)
    /// A migration that was applied has another text now.
    case changed(String)
    /// The database has migrations that the folder does not know.
    case newer(database: Int, folder: Int)
    /// The folder is not the one that this program was built with.
    case notOfThisProgram(folder: Int, program: Int)
    case statement(file: String, Failure)
    /// A file committed or rolled back by itself.
    case endedTransaction(file: String)
}

extension MigrationFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .folder(let fault): return fault
        case .changed(let name):
            return "\(name) was applied with another text: add a migration instead of changing one"
        case .newer(let database, let folder):
            return "the database is at migration \(database), the folder at \(folder): use the newer programs"
        case .notOfThisProgram(let folder, let program):
            return folder > program
                ? "sql/ is at migration \(folder), this program was built at \(program): build the program anew"
                : "sql/ is not the one that this program was built with (migration \(folder), the program's \(program)): "
                    + "build the program anew, or name its own sql/ with --share"
        case .statement(let file, let failure):
            let place = failure.line.map { ":\($0)" } ?? ""
            let number = failure.statement.map { ", statement \($0)" } ?? ""
            return "\(file)\(place)\(number): \(failure.sqlstate) \(failure.message)"
        case .endedTransaction(let file): return "\(file) ends the transaction it runs in"
        }
    }
}

/// The folder `sql/` as it lies on the disk, checked.
struct MigrationFolder {
    struct File {
        let path: String
        let text: String
    }

    struct Migration {
        let number: Int
        let file: File
    }

    let migrations: [Migration]
    let current: [File]

    /// All of `current/` with its paths, for one hash over the whole.
    var currentBytes: [UInt8] {
        var bytes: [UInt8] = []
        for file in current {
            bytes += Array(file.path.utf8) + [0] + Array(String(file.text.utf8.count).utf8) + [0]
            bytes += Array(file.text.utf8)
        }
        return bytes
    }

    init(_ folder: String) throws {
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder + "/migrations") else {
            throw MigrationFault.folder("no folder \(folder)/migrations")
        }
        var found: [Migration] = []
        for name in names.sorted(by: MigrationFolder.precedes) where !name.hasPrefix(".") {
            let file = try MigrationFolder.read(folder, "migrations/" + name)
            guard let number = MigrationFolder.number(of: name) else {
                throw MigrationFault.folder("\(file.path) is not named NNNN_name.sql")
            }
            guard MigrationFolder.explainsItself(file.text) else {
                throw MigrationFault.folder(
                    "\(file.path) does not open with a comment on why, locks, rows rewritten and the way back"
                )
            }
            guard number == found.count + 1 else {
                throw MigrationFault.folder(
                    number <= found.count
                        ? "number \(number) is used twice"
                        : "migration \(found.count + 1) is missing before \(file.path)")
            }
            found.append(Migration(number: number, file: file))
        }
        migrations = found
        let paths = (try? files.subpathsOfDirectory(atPath: folder + "/current")) ?? []
        current = try paths.filter { $0.hasSuffix(".sql") }.sorted(by: MigrationFolder.precedes).map {
            try MigrationFolder.read(folder, "current/" + $0)
        }
    }

    private static func read(_ folder: String, _ path: String) throws -> File {
        guard let data = FileManager.default.contents(atPath: folder + "/" + path),
            let text = String(validating: data, as: UTF8.self)
        else { throw MigrationFault.folder("\(path) is not readable UTF-8 text") }
        return File(path: path, text: text)
    }

    /// The order of bytes, the same on every machine.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func number(of name: String) -> Int? {
        guard name.hasSuffix(".sql") else { return nil }
        let parts = name.dropLast(4).split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (48...57).contains($0) })
        else {
            return nil
        }
        return Int(parts[0])
    }

    private static func explainsItself(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix {
            $0.hasPrefix("--")
        }
        let comment = lines.joined(separator: " ").lowercased()
        return ["why:", "locks:", "rows rewritten:", "back:"].allSatisfy { comment.contains($0) }
    }
}
