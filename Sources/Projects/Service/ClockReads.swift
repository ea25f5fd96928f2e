import Actions
import PQ
import Projects
import Values
import Web

/// A project's deadlines with what explains them (项目时限): how each is counted, who is told of it and when, and how its
/// day moved with the calendar.
struct ClockReads: Sendable {
    let desk: Desk

    var route: Route {
        Route(
            .get, "/v1/projects/{project}/clocks", operation: "clock.list",
            summary: Words(
                "项目时限：怎样计算、何时提醒谁、因日历怎样改期",
                "A project's deadlines: how they are counted, who is told when, and how they moved"),
            access: .signedIn, tags: ["projects"], query: Paging.parameters,
            answers: [200: .page(of: Self.answer)], handle: list)
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            [
                "select 1 from app.project where district = auth.district() and project_id = \(project)",
                """
                select clock_id as id, subject_kind, subject_id, key, rule, started_on, workdays, nominal_on, due_on, state,
                    met_on, explanation, steps, moves
                from app.clock_card
                where district = auth.district() and project_id = \(project)
                    and (\(page.after)::uuid is null or clock_id > \(page.after))
                order by clock_id limit \(page.limit + 1)
                """,
            ])
        guard rows[0].count == 1 else { throw Problems.notFound }
        let items = try rows[1].prefix(page.limit).map(Self.item)
        let next: JSON = rows[1].count > page.limit ? items.last?["id"] ?? .null : .null
        return .json(200, .object(["items": .list(items), "next": next]))
    }

    private static func item(_ row: Row) throws -> JSON {
        let explanation = try row.decode(JSON.self, "explanation")
        let words = Worklist.deadlineWords(
            key: try row.text("key"), told: explanation, rule: try row.text("rule"))
        return .object([
            "id": .text("\(try row.id("id"))"), "title": .text(words.zh), "title_en": .text(words.en),
            "subject_kind": .text(try row.text("subject_kind")),
            "subject_id": .text("\(try row.id("subject_id"))"),
            "key": .text(try row.text("key")), "rule": .text(try row.text("rule")),
            "started_on": .text("\(try row.day("started_on"))"),
            "workdays": try row.optionalInt64("workdays").map { .int($0) } ?? .null,
            "nominal_on": try row.optionalDay("nominal_on").map { .text("\($0)") } ?? .null,
            "due_on": try row.optionalDay("due_on").map { .text("\($0)") } ?? .null,
            "state": .text(try row.text("state")),
            "met_on": try row.optionalDay("met_on").map { .text("\($0)") } ?? .null,
            "steps": try row.decode(JSON.self, "steps"), "moves": try row.decode(JSON.self, "moves"),
        ])
    }

    private static let answer = Schema.open([
        "id": .id, "title": .text, "title_en": .text, "subject_kind": .string(), "subject_id": .id,
        "key": .string(),
        "rule": .string(), "started_on": .day,
        "workdays": Schema.int(min: 0).nullable.described(
            "自起算日次日起的工作日数", "so many working days after the start"),
        "nominal_on": Schema.day.nullable.described(
            "届满日，遇休息日顺延到工作日", "its nominal day, rolled on to a working day"),
        "due_on": .noDay, "state": .string(oneOf: ["running", "met", "late", "cancelled", "uncomputed"]),
        "met_on": .noDay,
        "steps": .list(
            of: .open([
                "rung": .string(), "title": .text, "title_en": .text,
                "workdays": Schema.int().described(
                    "距到期日的工作日，负数在前", "working days from the due day, before it where negative"),
                "roles": .list(of: .string(oneOf: Role.self)), "day": .noDay, "reached_on": .noDay,
            ])),
        "moves": .list(
            of: .open([
                "from_on": .day, "to_on": .day, "moved_on": .day,
                "days": Schema.list(of: .open(["day": .day, "working": .bool])).described(
                    "引起改期的日历改动", "the days of the calendar that were published otherwise"),
            ])),
    ])
}
