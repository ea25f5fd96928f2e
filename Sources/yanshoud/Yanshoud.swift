import ArgumentParser

/// The service (验收服务): everything in one process for a trial, each part by itself for production.
@main
struct Yanshoud: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yanshoud",
        abstract: "Yanshou 验收: the service for renovations of old residential communities (老旧小区改造).",
        version: Site.version,
        subcommands: [
            Up.self, Serve.self, Work.self, JobCommands.self, Migrate.self, PolicyCommands.self,
            PeopleCommands.self, TokenCommands.self, LedgerCommands.self, Backup.self, Restore.self,
            OpenAPICommand.self,
            RefusalsCommand.self,
        ])
}
