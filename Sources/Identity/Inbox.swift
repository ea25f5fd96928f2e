import Actions
import PQ
import Values
import Web

/// What waits for whoever asks (待办): the rows that are his, and the steps that are his turn by the rules of their gates.
///
/// Taken from the tables as they stand, never kept beside them.
struct Inbox: Sendable {
    let turns: Turns

    /// One page of it, the most urgent first; `after` is the place of the last item before it in that order.
    @Sendable
    func read(_ request: Request) async throws -> Response {
        let limit = Paging(request).limit
        let after = request.query["after"].flatMap { bytes(hex: $0) }
        // A text of PostgreSQL's holds no zero.
        let place = after.flatMap { $0.contains(0) ? nil : String(decoding: $0, as: UTF8.self) } ?? ""
        let (actor, rows, standings) = try await turns.read(
            request, [Inbox.items(after: place, limit: limit + 1)])
        var items = try rows[0].map { row in
            (place: Array(try row.text("place").utf8), body: Array(try row.text("item").utf8))
        }
        let own = Inbox.items(of: standings, for: actor).filter {
            Inbox.precedes(Array(place.utf8), $0.place)
        }
        if !own.isEmpty {
            items = (items + own).sorted { Inbox.precedes($0.place, $1.place) }
        }
        let shown = items.prefix(limit)
        var body = Array("{\"items\":[".utf8)
        body += shown.map { $0.body }.joined(separator: [UInt8(ascii: ",")])
        body += "],\"next\":".utf8
        let next: JSON = items.count > limit ? shown.last.map { .text(hex($0.place)) } ?? .null : .null
        body += next.canonical
        body.append(UInt8(ascii: "}"))
        return .json(bytes: body)
    }

    private static func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.lexicographicallyPrecedes(other)
    }

    /// The steps that are his turn, and what he can mend that others' steps wait for.
    private static func items(
        of standings: [Turns.Standing], for actor: Actor
    ) -> [(place: [UInt8], body: [UInt8])] {
        var items = [(place: [UInt8], body: [UInt8])]()
        for standing in standings {
            for (index, waiting) in standing.waiting.enumerated() where waiting.isFor(actor) {
                let project = standing.project
                let fields = ["~", project.name, waiting.kind.rawValue, "\(project.id)", waiting.path]
                let place = (fields + [index < 10 ? "0\(index)" : "\(index)"]).joined(separator: "\u{1F}")
                let item: JSON = .object([
                    "project": .text("\(project.id)"), "project_name": .text(project.name),
                    "kind": .text(waiting.kind.rawValue), "subject": .text("\(project.id)"),
                    "title": .text(waiting.title.zh), "title_en": .text(waiting.title.en),
                    "path": .text(waiting.path), "due_on": .null, "overdue": .bool(false),
                ])
                items.append((place: Array(place.utf8), body: item.canonical))
            }
        }
        return items
    }

    /// The rows that wait for the person of this session, each with its place in the order: by day, those without last.
    ///
    /// They are gathered once: joined to projects first, the whole view would be asked anew for each of them.
    private static func items(after place: String, limit: Int) -> SQL {
        """
        with own as materialized (
            select * from app.inbox_item
            where district = (select auth.district()) and role = (select auth.role())
                and (organisation_id = (select auth.organisation())
                    or organisation_id is null and (select app.acts_as_its_body()))
                and (person_id is null or person_id = (select auth.person()))
        ), item as (
            select own.*, project.name as project_name, project.edition,
                concat_ws(chr(31), coalesce(own.due_on::text, '~'), project.name, own.kind, own.subject_id,
                    own.path) collate "C" as place
            from own join app.project using (district, project_id)
        )
        select place, json_build_object('project', project_id, 'project_name', project_name, 'kind', kind,
            'subject', subject_id,
            'title', title || coalesce(app.policy_words(edition, words || '.zh'), ''),
            'title_en', title_en || coalesce(app.policy_words(edition, words || '.en'), ''),
            'path', path, 'due_on', due_on, 'overdue', coalesce(due_on < (select auth.today()), false))::text as item
        from (select * from item where place > \(place) order by place limit \(limit)) shown
        order by place
        """
    }
}
