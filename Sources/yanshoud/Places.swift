import ArgumentParser
import Foundation

/// Where the files that the service reads at start are: `sql/` and the policy packs.
struct Places: ParsableArguments {
    @Option(
        help:
            "放 sql/ 和政策包的目录；默认在程序旁边找。The folder that holds sql/ and Sources/Policy/Packs (or packs/); default: beside the program."
    )
    var share: String?

    @Option(help: "政策包目录。The folder of policy packs, where it is not in the share folder.")
    var packs: String?

    /// The share folder: as told, as the environment says, or the nearest one above the program.
    func shareFolder() throws -> String {
        if let share { return share }
        if let named = ProcessInfo.processInfo.environment["YANSHOU_SHARE"] { return named }
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        for _ in 0..<6 {
            for candidate in [folder.path, folder.path + "/share/yanshou"]
            where FileManager.default.fileExists(atPath: candidate + "/sql/migrations") {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        throw ValidationError(
            "找不到 sql/，用 --share 写明所在目录 · sql/ is not found: name its folder with --share")
    }

    func packsFolder() throws -> String {
        if let packs { return packs }
        guard let share = try? shareFolder() else {
            throw ValidationError(
                "找不到政策包，用 --packs 写明目录 · the policy packs are not found: name their folder with --packs")
        }
        for candidate in [share + "/packs", share + "/Sources/Policy/Packs"]
        where FileManager.default.fileExists(atPath: candidate) {
            return candidate
        }
        throw ValidationError(
            "找不到政策包，用 --packs 写明目录 · the policy packs are not found: name their folder with --packs")
    }
}

/// The database of production: a connection text, never a password on the command line.
struct Database: ParsableArguments {
    @Option(help: "The connection text; default: the environment's DATABASE_URL.")
    var database: String?

    func url() throws -> String {
        guard let url = database ?? ProcessInfo.processInfo.environment["DATABASE_URL"], !url.isEmpty else {
            throw ValidationError(
                "没有数据库：设置 DATABASE_URL 或用 --database 写明 · no database: set DATABASE_URL, or name one with --database"
            )
        }
        return url
    }
}
