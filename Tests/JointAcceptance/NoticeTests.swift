import Harness
import PQ
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance: the notice is a paper, and the quality station says that it has it")
struct NoticeTests {
    private func forget(_ kind: String, in database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "delete from app.paper where kind = \(kind)",
            ])
        }
    }

    @Test("no round is called on a notice that is not stored under its number (QLT-03)")
    func stored() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await forget("acceptance_notice", in: database)
            let site = try Scene.site(database)
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(refused.refusalCodes == ["acceptance_round_has_its_notice"], "\(refused.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_round_has_its_notice")
        }
    }

    /// A paper of a kind under a number, with bytes of its own, as raw SQL records it.
    private func raw(_ kind: String, _ number: String, _ dated: String, bytes: String) -> [SQL] {
        let op = Seed.id("raw:\(kind):\(number):\(dated):\(bytes)")
        return [
            TestDatabase.event(op, on: ("paper", op), project: Scene.project),
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256(convert_to(\(bytes), 'UTF8')), 'text/plain', convert_to(\(bytes), 'UTF8'))
            on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number, dated,
                sha256, op_id)
            values (1, \(op), \(Scene.project), 'project', \(Scene.project), \(kind), '验收通知', \(number),
                \(dated)::date, sha256(convert_to(\(bytes), 'UTF8')), \(op))
            """,
        ]
    }

    private let words = "鹿城区五马街道水心小区改造工程竣工验收通知书，送质监站。"

    @Test("a notice is of its day and for one round, and so are its bytes (QLT-03)")
    func spent() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            let path = Scene.base + "/acceptance-rounds"
            func call(_ number: String, notice: String = "2026-03-10") async -> Response {
                var fields = Scene.call(notice: notice, id: Seed.id("next")).object ?? [:]
                fields["notice_number"] = .text(number)
                return await site.send(.post, path, as: "street", .object(fields))
            }
            let older = await call(Scene.notified("2026-02-20"))
            #expect(older.refusalCodes == ["acceptance_round_has_its_notice"], "\(older.text)")
            let first = await site.send(.post, path, as: "street", Scene.call())
            #expect(first.status == 201, "\(first.text)")
            let off = await site.send(
                .post, Scene.path + "/fail", as: "street", ["outcome": "called_off", "reason": "改期，另行通知"])
            #expect(off.status == 200, "\(off.text)")
            let again = await call(Scene.notified("2026-03-10"))
            #expect(again.refusalCodes == ["acceptance_notice_serves_one_round"], "\(again.text)")
            let bytes = "acceptance_notice2026-03-10"
            #expect(
                try await database.refusal(
                    as: "street", raw("acceptance_notice", "M", "2026-03-10", bytes: bytes)) == nil)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.paper set number = 'N2' where number = 'N'",
                    "update app.paper set number = 'N', sha256 = sha256(\(bytes)::bytea) where number = 'M'",
                ])
            }
            #expect(
                try await database.refusal(
                    as: "street",
                    RawAcceptance.round(
                        "two",
                        "2, '2026-03-19', '门岗', '2026-03-10', 'N', 'acceptance.notice_workdays', 'traditional', 'called', null, null"
                    )) == "acceptance_notice_serves_one_round")
        }
    }

    @Test("a receipt answers a notice that was given, is of its days, and is its own paper (QLT-03)")
    func receipts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    update auth.appointment set role = 'quality_station'
                    where person_id = \(Seed.id("person:finance"))
                    """,
                ])
            }
            let kind = "acceptance_notice_receipt"
            let refused = "notice_receipt_answers_its_notice"
            let (number, other) = (Scene.notified("2026-03-10"), "acceptance_notice_receipt2026-02-20")
            func record(_ number: String, _ dated: String, _ bytes: String) async throws -> String? {
                try await database.refusal(as: "finance", raw(kind, number, dated, bytes: bytes))
            }
            #expect(try await record("M", "2026-03-10", words) == refused)
            #expect(try await record(number, "2026-03-09", words) == refused)
            #expect(try await record(number, "2026-03-10", other) == refused)
            #expect(try await record(number, "2026-03-10", words) == nil)
        }
    }

    @Test("a receipt of the day after the works were accepted lifts nothing (QLT-03)")
    func late() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            for day in ["2026-03-09", "2026-03-20"] {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.paper set dated = \(day)::date where kind = 'acceptance_notice_receipt'",
                    ])
                }
                let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
                #expect(
                    refused.refusalCodes == ["certificate_waits_for_the_stations_receipt"], "\(refused.text)")
            }
        }
    }

    @Test("no certificate without the quality station's receipt of the notice (QLT-03)")
    func receipted() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await forget("acceptance_notice_receipt", in: database)
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(
                refused.refusalCodes == ["certificate_waits_for_the_stations_receipt"], "\(refused.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("none"))
                    == "certificate_waits_for_the_stations_receipt")
        }
    }
}
