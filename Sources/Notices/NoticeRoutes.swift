package import Actions
import Ledger
import PQ
import Values
package import Web

/// The HTTP face of who is told of what (通知矩阵), and of the proof that it was tried (投送证明).
package struct NoticeRoutes: Sendable {
    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// How soon a notice comes.
    enum Timing: String, Sendable, CaseIterable, Codable {
        case atOnce = "at_once"
        case digest, never
    }

    package var routes: [Route] {
        [
            Route(
                .get, "/v1/notice-matrix", operation: "notice_matrix.list",
                summary: Words("通知矩阵：哪些事件以哪种渠道通知谁", "Who is told of what, by which channel and when"),
                access: .signedIn, tags: ["notices"], answers: [200: Self.matrix], handle: list),
            Route(
                .post, "/v1/notice-matrix", operation: "notice_matrix.set",
                summary: Words("设置一项通知", "Set one notice of the district"),
                access: .roles([.renovationOffice]),
                tags: ["notices"],
                body: .object(
                    [
                        "id": .id, "event": .string(max: 60), "role": .string(oneOf: Role.self),
                        "channel": .string(oneOf: ChannelKind.self), "timing": .string(oneOf: Timing.self),
                    ], required: ["event", "role", "channel", "timing"]), effect: .unversioned,
                answers: [201: Self.set], bodyLimit: 4096, handle: choose),
            QuietHours(desk: desk).read, QuietHours(desk: desk).set,
            Route(
                .get, "/v1/projects/{project}/notices", operation: "notice.list",
                summary: Words("法定通知的投送证明，最近的在前", "Statutory notices with each try, the latest first"),
                access: .roles([.constructionUnit, .renovationOffice, .leadingGroup, .qualityStation]),
                tags: ["notices"],
                query: Paging.parameters, answers: [200: .page(of: Self.notice)], handle: notices),
        ]
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(
            request,
            "select * from app.notice_matrix() order by event, role, channel")
        let items = try rows.map { row -> JSON in
            let type = try row.text("event")
            let role = try row.text("role")
            return .object([
                "event": .text(type), "title": .text(EventWords.title(of: type)),
                "title_en": .text(EventWords.words(of: type)?.en ?? type), "role": .text(role),
                "channel": .text(try row.text("channel")), "timing": .text(try row.text("timing")),
                "usual": .text(try row.text("usual")), "statutory": .bool(try row.bool("statutory")),
                "urgent": .bool(try row.bool("urgent")),
            ])
        }
        return .json(200, .object(["items": .list(items), "next": .null]))
    }

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let event: String
        let role: Role
        let channel: ChannelKind
        let timing: Timing
    }

    private struct Nothing: Decodable, Sendable {}

    @Sendable
    private func choose(_ request: Request) async throws -> Response {
        let draft = try request.decode(Draft.self)
        let id = draft.id ?? Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "notice_matrix.set", on: .none, subject: Subject("notice_setting", id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            let told: [String: JSON] = [
                "event": .text(draft.event), "role": .text(draft.role.rawValue),
                "channel": .text(draft.channel.rawValue), "timing": .text(draft.timing.rawValue),
            ]
            return .done(
                Write(
                    body: .object(told),
                    [
                        """
                        insert into app.notice_setting (district, setting_id, event, role, channel, timing, op_id)
                        values (auth.district(), \(id), \(draft.event), \(draft.role.rawValue),
                            \(draft.channel.rawValue), \(draft.timing.rawValue), \(sitting.op))
                        """
                    ], answer: .object(told.merging(["id": .text("\(id)")]) { own, _ in own })))
        }
    }

    @Sendable
    private func notices(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            [
                "select 1 from app.project where district = auth.district() and project_id = \(project)",
                "select * from app.statutory_notices(\(project), \(page.after), \(Int32(page.limit + 1)))",
            ])
        guard rows[0].count == 1 else { throw Problems.notFound }
        return .json(bytes: try Desk.page(rows[1], limit: page.limit, cursor: "id"))
    }

    private static let choice: [String: Schema] = [
        "event": .string(), "role": .string(oneOf: Role.self), "channel": .string(oneOf: ChannelKind.self),
        "timing": .string(oneOf: Timing.self),
    ]
    private static let set = Schema.open(choice.merging(["id": .id]) { own, _ in own })
    private static let matrix = Schema.page(
        of: .open(
            choice.merging([
                "title": .text, "title_en": .text, "usual": .string(oneOf: Timing.self), "statutory": .bool,
                "urgent": .bool,
            ]) { own, _ in own }))
    private static let notice = Schema.open([
        "id": .id, "event": .id, "type": .string(), "person": .text,
        "channel": .string(oneOf: ChannelKind.self),
        "address": .noText, "state": .string(oneOf: ["waiting", "sent", "dead", "not_sent"]),
        "made_at": .instant, "sent_at": Schema.instant.nullable, "reason": .noText,
        "tries": .list(
            of: .open([
                "number": .int(min: 1), "at": .instant, "channel": .string(),
                "status": Schema.int(min: 0).nullable, "reason": .noText,
            ])),
    ])
}
