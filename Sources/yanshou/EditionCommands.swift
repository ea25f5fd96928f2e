import ArgumentParser
import Terminal
import Values

/// The edition of the policy packs that a project stands under (项目所用政策版本).
struct EditionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition", abstract: "项目所用的政策版本 / the edition of the policy that a project stands under",
        subcommands: [EditionShow.self, EditionAdopt.self])
}

/// What the present edition would change for a project.
struct EditionShow: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "换用现行版本会有哪些变化 / what the present edition would change")

    @Argument(help: "项目 / the project") var project: ID
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let path = SiteRequest.path(["v1", "projects", project.description, "edition"])
        let shown = try await desk.client().send(.get(path)).json()
        var lines: [Report.Line] = [
            .pair(Words("所用版本", "edition"), shown.text("edition")),
            .pair(Words("现行版本", "present edition"), shown.text("present")),
        ]
        guard shown["edition"] != shown["present"] else {
            return Report(shown, lines + [.good(Words("已是现行版本", "it is the present one"))])
        }
        let missing = (shown["missing"]?.list ?? []).compactMap(\.text)
        lines += [
            .pair(Words("现用版本没有的条目", "keys that it lacks"), "\(missing.count)"),
            .pair(Words("有变化的条目", "keys that differ"), "\(shown["differences"]?.list?.count ?? 0)"),
            .pair(Words("会得出不同结论的认定", "findings that change"), "\(shown["items"]?.list?.count ?? 0)"),
        ]
        lines += missing.map { .text(Words("  “\($0)”", "  \($0)")) }
        lines.append(
            .text(
                Words(
                    "换用（区旧改办）：yanshou edition adopt \(project) \(shown.text("present")) --reason 理由",
                    "to adopt it (renovation office): yanshou edition adopt \(project) \(shown.text("present")) --reason WHY"
                )))
        return Report(shown, lines)
    }
}

/// Adopts the present edition for a project: by the renovation office, once it has seen what changes.
struct EditionAdopt: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "项目换用现行版本（区旧改办）/ adopt the present edition (renovation office)")

    @Argument(help: "项目 / the project") var project: ID
    @Argument(help: "现行版本，见 edition show / the present edition, as edition show names it") var edition: String
    @Option(help: "理由 / why") var reason: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let profile = try desk.profile()
        let operation = OutboxOperation(
            for: profile, SiteRequest.path(["v1", "projects", project.description, "edition"]),
            body: ["edition": .text(edition), "reason": .text(reason)],
            words: Words(
                "项目换用政策版本 \(edition.prefix(12))…", "the project adopts edition \(edition.prefix(12))…"),
            at: desk.now())
        return try await desk.post(operation, as: profile)
    }
}
