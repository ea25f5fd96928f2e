import ArgumentParser
import Foundation
import Terminal

/// The service (验收服务): everything in one process for a trial, each part by itself for production.
@main
struct Yanshoud: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yanshoud",
        abstract: "Yanshou 验收: the service for renovations of old residential communities (老旧小区改造).",
        version: Site.version,
        subcommands: [
            Up.self, Serve.self, Work.self, JobCommands.self, Migrate.self, PolicyCommands.self,
            PeopleCommands.self, TokenCommands.self, LedgerCommands.self, ClockCommands.self, Signer.self,
            Backup.self, Restore.self,
            OpenAPICommand.self,
            RefusalsCommand.self,
        ])

    /// Parses, runs and leaves; what is wrong with a command line is told in one language.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data((Shell.told(Yanshoud.self, error, arguments) + "\n").utf8))
            exit(withError: exitCode(for: error))
        }
    }
}
