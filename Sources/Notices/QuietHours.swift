import Actions
import Ledger
import PQ
import Values
import Web

/// The hours in which a district sends nothing that need not press (免打扰时段), and when the day's summary goes.
struct QuietHours: Sendable {
    let desk: Desk

    var read: Route {
        Route(
            .get, "/v1/quiet-hours", operation: "quiet_hours.read",
            summary: Words("免打扰时段和每日汇总的时间", "The quiet hours, and when the day's summary goes"),
            access: .signedIn, tags: ["notices"], answers: [200: Self.answer], handle: show)
    }

    var set: Route {
        Route(
            .post, "/v1/quiet-hours", operation: "quiet_hours.set",
            summary: Words("设置免打扰时段和每日汇总的时间", "Set the district's quiet hours and its summary's"),
            access: .roles([.renovationOffice]), tags: ["notices"],
            body: .object(
                [
                    "id": .id, "quiet_from": .string(max: 5), "quiet_until": .string(max: 5),
                    "digest_at": .string(max: 5),
                ], required: ["quiet_from", "quiet_until", "digest_at"]), effect: .unversioned,
            answers: [201: Self.made], bodyLimit: 4096, handle: choose)
    }

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let quietFrom: String
        let quietUntil: String
        let digestAt: String

        enum CodingKeys: String, CodingKey {
            case id
            case quietFrom = "quiet_from"
            case quietUntil = "quiet_until"
            case digestAt = "digest_at"
        }

        var hours: [(name: String, time: String)] {
            [("quiet_from", quietFrom), ("quiet_until", quietUntil), ("digest_at", digestAt)]
        }
    }

    private struct Nothing: Decodable, Sendable {}

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(request, "select * from app.own_quiet_hours()")
        let row = try rows.one()
        return .json(
            200,
            .object([
                "quiet_from": .text(try row.text("quiet_from")),
                "quiet_until": .text(try row.text("quiet_until")),
                "digest_at": .text(try row.text("digest_at")), "chosen": .bool(try row.bool("chosen")),
            ]))
    }

    @Sendable
    private func choose(_ request: Request) async throws -> Response {
        let draft = try request.decode(Draft.self)
        let wrong = draft.hours.filter { !QuietHours.isTime($0.time) }
        guard wrong.isEmpty else {
            throw Problem.invalid(
                wrong.map {
                    FieldError("/\($0.name)", "wrong", Words("应为 21:00 这样的时刻", "is a time such as 21:00"))
                })
        }
        let id = draft.id ?? Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "quiet_hours.set", on: .none, subject: Subject("quiet_hours", id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            let told = Dictionary(uniqueKeysWithValues: draft.hours.map { ($0.name, JSON.text($0.time)) })
            return .done(
                Write(
                    body: .object(told),
                    [
                        """
                        insert into app.quiet_hours (district, setting_id, quiet_from, quiet_until, digest_at, op_id)
                        values (auth.district(), \(id), \(draft.quietFrom)::text::time, \(draft.quietUntil)::text::time,
                            \(draft.digestAt)::text::time, \(sitting.op))
                        """
                    ], answer: .object(told.merging(["id": .text("\(id)")]) { own, _ in own })))
        }
    }

    /// An hour and a minute of the day.
    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard text.utf8.count == 5, parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = UInt8(parts[0]), let minute = UInt8(parts[1])
        else { return false }
        return hour < 24 && minute < 60
    }

    private static let hours: [String: Schema] = [
        "quiet_from": .string(max: 5), "quiet_until": .string(max: 5), "digest_at": .string(max: 5),
    ]
    private static let made = Schema.open(hours.merging(["id": .id]) { own, _ in own })
    private static let answer = Schema.open(
        hours.merging([
            "chosen": Schema.bool.described("本区自行设置的", "set by the district's office")
        ]) { own, _ in own })
}
