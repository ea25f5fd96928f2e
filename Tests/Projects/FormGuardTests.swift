import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

/// Rows of the front, each sound but for what a case changes.
private struct Form: Sendable, CustomTestStringConvertible {
    let table: String
    let changes: [String: String]
    let code: String
    var twice = false

    init(_ table: String, _ changes: [String: String], _ code: String, twice: Bool = false) {
        (self.table, self.changes, self.code, self.twice) = (table, changes, code, twice)
    }

    var testDescription: String { code }

    private static let sound: [String: [String: String]] = [
        "survey_record": [
            "survey_record_id": "gen_random_uuid()", "kind": "'area'", "summary": "'有'", "source": "'社区'",
            "surveyed_on": "'2026-01-05'",
        ],
        "owners_body": [
            "owners_body_id": "gen_random_uuid()", "kind": "'owners_committee'", "name": "'业委会'",
            "filing_number": "'备1'", "formed_on": "'2026-01-10'",
        ],
        "compliant_kind": ["kind": "'drainage'", "statement": "'已达标'"],
        "gate_exception": [
            "gate_exception_id": "gen_random_uuid()", "requirement": "'G00.scope'", "reason": "'已经加固'",
            "document_title": "'鉴定'", "document_number": "'1'", "asked_by": "auth.person()",
            "asked_on": "'2026-03-01'",
        ],
        "posting": [
            "posting_id": "gen_random_uuid()", "place": "'公示栏'", "photo_sha256": "sha256('photo')",
            "attachments": "'{}'", "posted_on": "'2026-03-01'",
        ],
        "objection": [
            "objection_id": "gen_random_uuid()", "room": "'1-101'", "content": "'不同意'",
            "raised_on": "'2026-03-01'",
        ],
        "participant_opinion": [
            "participant_opinion_id": "gen_random_uuid()", "forum": "'consultation'", "participant": "'gas'",
            "opinion": "'agree'", "content": "'同意'", "given_on": "'2026-03-01'",
        ],
        "procedure_decision": ["procedure": "'feasibility'", "outcome": "'kept'", "basis": "'会商1号'"],
        "plan_submission": [
            "plan_year": "2026", "submitted_on": "'2025-10-01'", "due_on": "'2025-10-31'", "number": "'1'",
        ],
        "imported_evidence": [
            "requirement": "'G99.more'", "title": "'补'", "number": "'1'", "dated": "'2025-06-01'",
        ],
        "register_owner": ["owner_id": "gen_random_uuid()", "developer": "true"],
        "register_owner_detail": ["owner_id": "gen_random_uuid()", "names": "'甲'", "identity": "'A'"],
        "register_file": ["import_id": "gen_random_uuid()", "content": "'file'"],
        "register_import": [
            "import_id": "gen_random_uuid()", "format": "'csv'", "file_sha256": "sha256('file')",
            "digest": "sha256('digest')", "households": "2", "persons": "2", "area_hundredths": "100",
            "state": "'checked'", "checked_by": "auth.person()",
        ],
        "consultation_step": [
            "step_id": "gen_random_uuid()", "round": "1", "direction": "'collect'", "attempt": "1",
            "kind": "'survey'", "happened_on": "'2026-02-01'", "place": "'社区'", "summary": "'记录'",
            "sha256": "sha256('minutes')",
        ],
    ]

    func row(_ op: ID) -> SQL {
        let fields = (Form.sound[table] ?? [:]).merging(changes) { _, new in new }.sorted { $0.key < $1.key }
        let names = fields.map(\.key).joined(separator: ", ")
        let values = fields.map(\.value).joined(separator: ", ")
        return """
            insert into app.\(unescaped: table) (district, project_id, op_id, \(unescaped: names))
            select 1, \(FrontScene.project), \(op), \(unescaped: values) from generate_series(1, \(twice ? 2 : 1))
            """
    }

    static let decided = [
        "decided_by": "gen_random_uuid()", "decided_on": "'2026-03-02'", "decision_number": "'1'",
    ]

    static let all: [Form] = [
        Form("survey_record", ["summary": "' '"], "survey_record_says_something"),
        Form("owners_body", ["kind": "'club'"], "owners_body_kind_is_known"),
        Form("owners_body", ["filing_number": "' '"], "owners_body_names_its_filing"),
        Form("compliant_kind", ["statement": "' '"], "compliant_kind_says_why"),
        Form("compliant_kind", ["kind": "'roads'"], "compliant_kind_is_mandatory"),
        Form("compliant_kind", [:], "compliant_kind_is_stated_once", twice: true),
        Form("gate_exception", ["reason": "' '"], "gate_exception_has_a_reason"),
        Form("gate_exception", ["reason": "'加固'"], "reason_says_something"),
        Form("gate_exception", ["state": "'approved'"], "gate_exception_decision_is_whole"),
        Form(
            "gate_exception", decided.merging(["state": "'lost'"]) { $1 }, "gate_exception_state_is_known"),
        Form(
            "gate_exception",
            decided.merging(["state": "'approved'", "decided_by": "auth.person()"]) { $1 },
            "gate_exception_is_decided_by_another"),
        Form("gate_exception", [:], "gate_exception_stands_once", twice: true),
        Form("posting", ["place": "' '"], "posting_names_its_place"),
        Form("posting", ["photo_sha256": "'x'"], "posting_photo_has_its_digest"),
        Form(
            "posting", ["attachment_sha256": "array[sha256('a')]"], "posting_attachments_have_their_digests"),
        Form(
            "posting", ["taken_down_on": "'2026-02-01'", "taken_down_for": "'换'"],
            "posting_is_taken_down_after_it_is_put"),
        Form("posting", ["taken_down_on": "'2026-03-02'"], "posting_taken_down_says_why"),
        Form(
            "objection", ["state": "'lost'", "outcome": "'撤'", "closed_on": "'2026-03-02'"],
            "objection_state_is_known"),
        Form(
            "objection", ["state": "'agreed'", "outcome": "'撤'", "closed_on": "'2026-02-02'"],
            "objection_is_closed_after_it_is_raised"),
        Form("objection", ["outcome": "'撤'"], "objection_outcome_is_whole"),
        Form("participant_opinion", ["forum": "'street'"], "participant_opinion_forum_is_known"),
        Form("participant_opinion", ["opinion": "'perhaps'"], "participant_opinion_is_known"),
        Form("procedure_decision", ["basis": "' '"], "procedure_decision_has_a_basis"),
        Form("procedure_decision", ["outcome": "'lost'"], "procedure_outcome_is_known"),
        Form("procedure_decision", [:], "procedure_is_decided_once", twice: true),
        Form("plan_submission", ["plan_year": "1999"], "plan_submission_year_is_fair"),
        Form("plan_submission", [:], "plan_is_submitted_once", twice: true),
        Form("imported_evidence", ["sha256": "'x'"], "imported_evidence_digest_has_32_bytes"),
        Form("imported_evidence", ["title": "' '"], "imported_evidence_names_its_paper"),
        Form("imported_evidence", [:], "imported_evidence_is_named_once", twice: true),
        Form("register_owner", [:], "project_has_one_developer_in_its_register", twice: true),
        Form("register_owner_detail", ["names": "' '"], "register_owner_has_a_name"),
        Form(
            "register_file", ["content": "convert_to(repeat('x', 6291457), 'UTF8')"],
            "register_file_is_of_a_fair_size"),
        Form("register_import", ["digest": "'x'"], "register_digest_has_32_bytes"),
        Form("register_import", ["format": "'doc'"], "register_format_is_known"),
        Form("register_import", ["persons": "3"], "register_has_no_more_persons_than_households"),
        Form("register_import", ["area_hundredths": "0"], "register_has_somebody"),
        Form("register_import", ["confirmed_by": "auth.person()"], "register_is_confirmed_by_somebody"),
        Form("register_import", ["state": "'standing'"], "register_is_checked_before_it_stands"),
        Form("consultation_step", ["kind": "'gossip'"], "consultation_kind_is_known"),
        Form("consultation_step", ["direction": "'aside'"], "consultation_direction_is_known"),
        Form("consultation_step", ["attempt": "2"], "consultation_step_is_one"),
        Form("consultation_step", ["reason": "'更正'"], "consultation_correction_gives_its_reason"),
        Form("consultation_step", ["attendance": "0"], "consultation_attendance_is_counted"),
        Form("consultation_step", ["sha256": "'x'"], "consultation_digest_has_32_bytes"),
    ]
}

@Suite("Front: the forms of its rows, tried by raw SQL")
struct FormGuardTests {
    @Test("a row of the front that is sound but for one thing is refused under the name of that thing")
    func forms() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            let answer = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330302"))
            try #require(answer.status == 201, "\(answer.text)")
            let front = RawFront(database: database)
            for form in Form.all {
                let isOffices = ["procedure_decision", "plan_submission"].contains(form.table)
                let refusal = try await front.refused(
                    "form:\(form.code)", as: isOffices ? "office" : "street", form.row)
                #expect(refusal == form.code, "\(form.table) \(form.changes)")
            }
            for (change, code) in [
                ("1999, 1", "yearly_allotment_year_is_fair"),
                ("2026, -1", "yearly_allotment_is_not_negative"),
            ] {
                let refusal = try await front.refused("form:\(code)", as: "office") { op in
                    """
                    insert into app.yearly_allotment (district, yearly_allotment_id, number, op_id, year, amount_fen)
                    values (1, gen_random_uuid(), '1', \(op), \(unescaped: change))
                    """
                }
                #expect(refusal == code)
            }
            try await front.put(at: "S23")
            let late = Form("consultation_step", [:], "consultation_waits_no_more")
            #expect(try await front.refused("form:late", late.row) == late.code)
        }
    }
}
