import Actions
import Ledger
import PQ
import Projects
import Values
import Web

/// A paper as it is brought, with its bytes or with the digest of bytes that are here already.
struct PaperDraft: Decodable, Sendable {
    static let mediaTypes = DocumentType.names

    let id: ID
    let subjectKind: String?
    let subjectID: ID?
    let kind: String
    let title: String
    let number: String?
    let dated: BusinessDay
    let sha256: String?
    let content: String?
    let mediaType: String?
    /// Of an approval of a budget: the total that it approves.
    let approvedTotal: Fen?
    /// Of an approval of a scheme: what it approves by class of works.
    let approvedAmounts: SchemeAmounts?

    enum CodingKeys: String, CodingKey {
        case id, kind, title, number, dated, sha256, content
        case subjectKind = "subject_kind"
        case subjectID = "subject_id"
        case mediaType = "media_type"
        case approvedTotal = "approved_fen"
        case approvedAmounts = "approved_amounts"
    }

    /// The bytes that came with it, and their digest; nil where none came.
    func file() throws(Problem) -> (bytes: [UInt8], digest: [UInt8])? {
        guard let content else { return nil }
        guard let bytes = Base64.bytes(content), !bytes.isEmpty else {
            throw Problems.refused([ProjectsRefusals.paperIsItsDigest.refusal(nil)])
        }
        let digest = Digest.sha256(bytes)
        guard sha256 == nil || sha256 == hex(digest) else {
            throw Problems.refused([
                ProjectsRefusals.paperIsItsDigest.refusal(nil, missing: [Words(hex(digest), hex(digest))])
            ])
        }
        return (bytes, digest)
    }

    /// What is asked of its project, and of the bytes that it names.
    func project(_ project: ID, _ digest: [UInt8]?) -> SQL {
        """
        select jsonb_build_object('state', own.state, 'place', own.place, 'edition', own.edition,
            'version', own.version, 'began', own.works_began_on, 'completed', (
                select min(reported_on) from app.completion_report done
                where done.district = own.district and done.project_id = own.project_id
            ), 'certified', coalesce((
                select certified_on from app.acceptance_certificate done
                where done.district = own.district and done.project_id = own.project_id
            ), own.accepted_on), 'awaited', (
                select coalesce(jsonb_agg(distinct explanation ->> 'paper'), '[]') from app.clock
                where clock.district = own.district and clock.project_id = own.project_id
                    and clock.explanation ->> 'paper' is not null and clock.state <> 'cancelled'
            ), 'worth', (
                select amount_fen from app.contract
                where contract.district = own.district and contract.project_id = own.project_id
                    and \(subjectKind ?? "") = 'contract' and contract.contract_id = \(subjectID)
            ), 'is_its_body', app.records_papers_of(own.district, own.edition, \(kind)),
            'stored', coalesce(app.paper_stands(own.district, \(digest)), false)) as facts
        from app.project own where own.district = auth.district() and own.project_id = \(project)
        """
    }

    /// The rows that it makes: its file, where it came with one, and itself.
    func statements(
        _ file: (bytes: [UInt8], digest: [UInt8])?, digest: [UInt8]?, of project: ID, _ subject: Subject,
        district: Int32, op: ID
    ) -> [SQL] {
        var statements = [SQL]()
        if let file {
            statements.append(
                """
                insert into app.file (district, sha256, media_type, content)
                values (\(district), \(file.digest),
                    coalesce(\(mediaType)::text, app.kind_of_bytes(\(file.bytes))), \(file.bytes))
                on conflict do nothing
                """)
        }
        statements.append(
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number,
                dated, sha256, approved_fen, approved_mandatory_fen, approved_basic_fen, approved_improve_fen,
                approved_upgrade_fen, approved_outside_fen, approved_other_fen, op_id)
            values (\(district), \(id), \(project), \(subject.kind), \(subject.id), \(kind), \(title), \(number),
                \(dated), \(digest), \(approvedTotal), \(approvedAmounts?.mandatory), \(approvedAmounts?.basic),
                \(approvedAmounts?.improve), \(approvedAmounts?.upgrade), \(approvedAmounts?.outside),
                \(approvedAmounts?.other), \(op))
            """)
        return statements
    }

    /// Begins the terms of law that a paper of this kind begins on its day.
    func begins(
        in project: ID, _ subject: Subject, _ found: PaperProject, _ sitting: Sitting
    ) throws -> [SQL] {
        let policy = try sitting.policy(edition: found.edition, place: found.place, on: dated)
        return try PaperTermRules.begun(
            by: kind, about: subject.kind, worth: found.worth, dated: dated,
            on: PaperTermGround(accepted: found.certified, awaited: Set(found.awaited)), under: policy
        ).map {
            NewClock(
                sitting.newID(), on: Subject("paper", id), in: project, key: $0.key, rule: $0.citation.rule,
                due: $0.due, explanation: $0.explanation
            ).insert(district: sitting.actor.district, op: sitting.op)
        }
    }

    /// Ends the deadlines that wait for a paper of this kind: of what it is about, or of all of its project.
    func ends(in project: ID, _ subject: Subject, op: ID) -> SQL {
        """
        update app.clock set met_on = \(dated), op_id = \(op), version = version + 1,
            state = case when due_on is null then state when due_on < \(dated) then 'late' else 'met' end
        where district = auth.district() and project_id = \(project)
            and subject_kind in ('tender_award', 'acceptance_round', 'paper', 'project')
            and explanation ->> 'paper' = \(kind) and met_on is null and state <> 'cancelled'
            and started_on <= \(dated) and (\(subject.kind) = 'project' or subject_id = \(subject.id) or exists (
                select from app.paper begun
                where begun.district = clock.district and begun.paper_id = clock.subject_id
                    and clock.subject_kind = 'paper' and begun.subject_kind = \(subject.kind)
                    and begun.subject_id = \(subject.id)))
        """
    }
}
