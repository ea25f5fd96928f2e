import Actions
import Ledger
import PQ
import Policy
import Tendering
import Values
import Web

/// A consortium behind an award, with the agreement itself.
struct ConsortiumSent: Decodable, Sendable {
    let speciality: String
    let levelAsked: Int64
    let leader: String
    let members: [ConsortiumMember]
    let agreedOn: BusinessDay
    let agreement: PaperSent

    enum CodingKeys: String, CodingKey {
        case speciality, leader, members, agreement
        case levelAsked = "level_asked"
        case agreedOn = "agreed_on"
    }

    static let schema = Schema.object([
        "speciality": .string(max: 100), "level_asked": .int(min: 0, max: 9), "leader": .string(.uscc),
        "members": .array(
            of: .object([
                "name": .string(max: 200), "credit_code": .string(.uscc), "speciality": .string(max: 100),
                "level": .int(min: 0, max: 9),
            ]), max: 50), "agreed_on": .day, "agreement": PaperSent.schema,
    ])

    static let answer = Schema.open([
        "award": .id, "speciality": .string(), "level_asked": .int(min: 0), "level": .int(min: 0),
        "leader": .string(),
        "members": .list(
            of: .open([
                "name": .text, "credit_code": .string(), "speciality": .string(), "level": .int(min: 0),
            ])), "agreed_on": .day, "paper": .id, "because": .because,
    ])
}

/// What is recorded of consortia (联合体).
extension TenderingActions {
    /// Records who stands behind the winner of a tender; the level is that of the lowest in the speciality asked.
    @Sendable
    func consortium(_ request: Request) async throws -> Response {
        let award = try request.require("award")
        let sent = try request.decode(ConsortiumSent.self)
        let file = sent.agreement.file
        return try await desk.act(
            request, "tender.consortium",
            on: .projectOf(table: "app.tender_award", column: "award_id", award),
            subject: Subject("tender_award", award), facts: ConsortiumStore.facts(award),
            as: ConsortiumFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place, on: facts.openedOn)
            let draft = ConsortiumDraft(
                speciality: sent.speciality, levelAsked: sent.levelAsked, leader: sent.leader,
                members: sent.members, agreedOn: sent.agreedOn, agreementIsStored: file != nil)
            let decision = try ConsortiumRules.recording(draft, of: facts, under: policy)
            guard case .allowed(let because) = decision, let file else { return .refused(decision.refusals) }
            let level = try ConsortiumRules.level(
                of: sent.members.map { ($0.speciality, $0.level) }, in: sent.speciality, under: policy)
            let shown: [String: JSON] = [
                "award": .text("\(award)"), "speciality": .text(sent.speciality),
                "level_asked": .int(sent.levelAsked), "level": level.value.map { .int($0) } ?? .null,
                "leader": .text(sent.leader), "members": .list(sent.members.map(\.json)),
                "agreed_on": .text("\(sent.agreedOn)"), "paper": .text("\(sent.agreement.id)"),
            ]
            return .done(
                Write(
                    body: .object(shown.merging(["sha256": .text(hex(file.digest))]) { own, _ in own }),
                    ConsortiumStore.insert(
                        sent, file, award: award, project: facts.project, district: sitting.actor.district,
                        op: sitting.op),
                    answer: .object(
                        shown.merging(["because": .list(because.map(\.json))]) { own, _ in own })))
        }
    }
}

extension TenderingReads {
    /// The consortium behind an award.
    @Sendable
    func consortium(_ request: Request) async throws -> Response {
        let award = try request.require("award")
        let (_, rows) = try await desk.read(
            request, [ConsortiumStore.facts(award), ConsortiumStore.shown(award)])
        guard let row = rows[0].first, let told = rows[1].first else { throw Problems.notFound }
        let facts = try row.decode(ConsortiumFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: facts.openedOn)
        let members = try told.decode([ConsortiumMember].self, "members")
        let speciality = try told.text("speciality")
        let level = try ConsortiumRules.level(
            of: members.map { ($0.speciality, $0.level) }, in: speciality, under: policy)
        return .json(
            200,
            .object([
                "award": .text("\(award)"), "speciality": .text(speciality),
                "level_asked": .int(Int64(try told.int32("level_asked"))),
                "level": level.value.map { .int($0) } ?? .null, "leader": .text(try told.text("leader")),
                "members": .list(members.map(\.json)), "agreed_on": .text("\(try told.day("agreed_on"))"),
                "paper": .text("\(try told.id("paper_id"))"), "because": .list([level.citation.json]),
            ]))
    }
}

/// The statements over consortia.
enum ConsortiumStore {
    static func facts(_ award: ID) -> SQL {
        """
        select jsonb_build_object('project', own.project_id, 'place', project.place, 'edition', project.edition,
            'opened_on', own.opened_on, 'winner', unit.credit_code,
            'stands', not exists (
                select from app.award_withdrawal done
                where done.district = own.district and done.award_id = own.award_id
            ) and not exists (
                select from app.contract
                where contract.district = own.district and contract.award_id = own.award_id
            ),
            'is_recorded', exists (
                select from app.consortium told
                where told.district = own.district and told.award_id = own.award_id)) as facts
        from app.tender_award own join app.project using (district, project_id)
        join auth.organisation unit on unit.organisation_id = own.winner_id
        where own.district = auth.district() and own.award_id = \(award)
        """
    }

    static func shown(_ award: ID) -> SQL {
        """
        select speciality, level_asked, leader, members, agreed_on, paper_id from app.consortium
        where district = auth.district() and award_id = \(award)
        """
    }

    static func insert(
        _ sent: ConsortiumSent, _ file: PaperSent.File, award: ID, project: ID, district: Int32, op: ID
    ) -> [SQL] {
        sent.agreement.inserts(
            file, as: "consortium_agreement", of: Subject("tender_award", award), in: project,
            dated: sent.agreedOn, district: district, op: op)
            + [
                """
                insert into app.consortium (district, award_id, project_id, speciality, level_asked, leader, members,
                    agreed_on, paper_id, op_id)
                values (\(district), \(award), \(project), \(sent.speciality),
                    \(Int32(truncatingIfNeeded: sent.levelAsked)), \(sent.leader),
                    \(JSON.list(sent.members.map(\.json)))::jsonb, \(sent.agreedOn), \(sent.agreement.id), \(op))
                """
            ]
    }
}
