import ArgumentParser
import Terminal
import Values

/// The projects that whoever is signed in may see, with their ids for the other commands.
struct ProjectsCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "projects", abstract: "项目列表 / the projects that I may see")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let items = try await desk.client().items(["v1", "projects"])
        let json: JSON = ["items": .list(items)]
        guard !items.isEmpty else { return Report(json, [.text(Words("没有项目", "no projects"))]) }
        var table = Table([
            Words("项目", "project"), Words("编号", "id"), Words("阶段", "stage"), Words("小区", "community"),
        ])
        for item in items {
            table.add(
                item.text("name"), item.text("id"), desk.screen.language.text(item.words("state_title")),
                item.text("community"))
        }
        return Report(
            json, [.heading(Words("项目 \(items.count) 个", "\(items.count) projects")), .table(table)])
    }
}

/// The rounds of acceptance of a project, with their ids for `dossier`, `sign` and `certificate`.
struct RoundsCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "rounds", abstract: "项目的验收轮次 / the acceptance rounds of a project")

    @Argument(help: "项目 / the project") var project: ID
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let items = try await desk.client().items([
            "v1", "projects", project.description, "acceptance-rounds",
        ]).sorted { ($0["number"]?.int ?? 0) < ($1["number"]?.int ?? 0) }
        let json: JSON = ["items": .list(items)]
        guard !items.isEmpty else {
            return Report(json, [.text(Words("还没有召集验收", "no round has been called"))])
        }
        var table = Table([
            Words("轮次", "round"), Words("编号", "id"), Words("验收日", "day"), Words("情况", "state"),
            Words("地点", "place"),
        ])
        for item in items {
            table.add(
                "\(item["number"]?.int ?? 0)", item.text("id"), item.text("event_on"),
                desk.screen.language.text(item.words("state_title")), item.text("place"))
        }
        return Report(json, [.table(table)])
    }
}
