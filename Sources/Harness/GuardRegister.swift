import Foundation

/// Which guards of the database have refused raw SQL, and which have decided a race, as lines of a file.
///
/// `deploy/test` names the file in `YANSHOU_GUARDS` and compares it with the guards of a real database; without that
/// name nothing is written.
enum GuardRegister {
    enum Trial: String {
        /// Statements sent as a database role, with no service in between.
        case raw
        /// Two sessions, each of which would have passed alone.
        case race
    }

    static let isKept = path != nil

    private static let path = ProcessInfo.processInfo.environment["YANSHOU_GUARDS"]

    /// Adds one line in one write, so that test processes may share the file.
    static func add(_ trial: Trial, _ code: String?) {
        guard let path, let code else { return }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { return }
        defer { close(file) }
        let line = Array("\(trial.rawValue) \(code)\n".utf8)
        _ = write(file, line, line.count)
    }
}
