import Actions
import Ledger
import Oversight
import PQ
import Policy
import Values
import Web

/// What is shown of issues.
struct IssueReads: Sendable {
    let desk: Desk

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let state = request.query["state"]
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                """
                select issue.issue_id as id, issue.kind, issue.place, issue.state, issue.severity, issue.bureau,
                    issue.filed_on, issue.closed_on, organisation.name as assignee, clock.due_on,
                    clock.due_note,
                    coalesce(clock.due_on < \(desk.clock.now.day), false) as overdue,
                    exists (
                        select from app.issue_escalation up
                        where up.district = issue.district and up.issue_id = issue.issue_id
                    ) as escalated, issue.version
                from app.issue
                left join auth.organisation on organisation_id = issue.assignee_organisation_id
                left join lateral (
                    select min(due_on) as due_on,
                        max(case when due_on is null then \(DueDay.uncomputed.zh) end) as due_note
                    from app.clock
                    where clock.district = issue.district and subject_kind = 'issue'
                        and subject_id = issue.issue_id and clock.state in ('running', 'uncomputed')
                        and clock.met_on is null
                ) clock on true
                where issue.district = auth.district() and issue.project_id = \(project)
                    and (\(state)::text is null or issue.state = \(state))
                    and (\(page.after)::uuid is null or issue.issue_id > \(page.after))
                order by issue.issue_id limit \(page.limit + 1)
                """
            ])
        let today = desk.clock.now.day
        return try await desk.page(
            request, of: rows[0], page, facts: { OversightStore.facts($0) }, as: IssueFacts.self, to: offering
        ) { facts, issue in
            let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
            return Offer.explained(
                offers(issue, facts, offering.actor, today, try OversightPolicy(policy)), under: policy)
        }
    }

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.issue", column: "issue_id", issue),
            [detail(issue), OversightStore.facts(issue, key: nil)])
        guard let row = rows[0].first, let factsRow = rows[1].first else { throw Problems.notFound }
        let facts = try factsRow.decode(IssueFacts.self, "facts")
        let today = desk.clock.now.day
        let source = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        let policy = try OversightPolicy(source)
        var body = [UInt8]()
        row.writeJSON(into: &body)
        body.removeLast()
        var fields = offering.fields(
            Offer.explained(offers(issue, facts, offering.actor, today, policy), under: source))
        fields["bureau_title"] = policy.kind(facts.kind)?.bureauWords.map { .text($0.zh) } ?? .null
        fields["kind_title"] = policy.kind(facts.kind).map { .text($0.words.zh) } ?? .null
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            body.append(contentsOf: ",\"\(key)\":".utf8)
            body += value.canonical
        }
        body.append(UInt8(ascii: "}"))
        return Response.json(bytes: body).tagged(version: facts.version)
    }

    @Sendable
    func photo(_ request: Request) async throws -> Response {
        try await photo(request, key: nil)
    }

    /// A photo of an issue; without an account only for the holder of its key.
    func photo(_ request: Request, key: [UInt8]?) async throws -> Response {
        let issue = try request.require("issue")
        guard let digest = bytes(hex: try request.text("sha256")), digest.count == 32 else {
            throw Problems.notFound
        }
        let found: SQL = """
            select file.media_type, file.content
            from app.issue_photo photo
            join app.issue using (district, project_id, issue_id)
            join app.file using (district, sha256)
            where photo.district = auth.district() and photo.issue_id = \(issue) and photo.sha256 = \(digest)
                and (coalesce(issue.follow_key_hash = \(key), false) or
            """
        let (_, rows) = try await desk.read(request, found + OversightStore.seesPhotos + ") limit 1")
        guard let row = rows.first else { throw Problems.notFound }
        var picture = Response.file(
            try row.bytes("content"), type: try row.text("media_type"), tag: hex(digest))
        picture.headers["cache-control"] = "no-store"
        return picture
    }

    private func detail(_ issue: ID) -> SQL {
        """
        select issue.issue_id as id, issue.project_id as project, issue.kind, issue.place, issue.description,
            issue.state, issue.severity, issue.bureau, issue.filed_on, issue.closed_on, issue.reporter_kind,
            issue.rejection_reason, issue.duplicate_of, issue.assignee_organisation_id as assignee, issue.fix_note,
            issue.verified_as, issue.reopened_count, issue.reopening_reason, issue.bounced_count,
            issue.bounce_reason, issue.bounced_to_id as bounced_to, issue.fix_claimed_on, issue.version,
            (
                select coalesce(jsonb_agg(jsonb_build_object('ground', ground, 'escalated_on', escalated_on)
                    order by escalated_on, ground), '[]')
                from app.issue_escalation up
                where up.district = issue.district and up.issue_id = issue.issue_id
            ) as escalations,
            (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', issue_regrading_id, 'from', from_severity, 'to', to_severity, 'state', state,
                    'reason', reason, 'proposed_on', proposed_on, 'decided_on', decided_on)
                    order by proposed_on, issue_regrading_id), '[]')
                from app.issue_regrading regrading
                where regrading.district = issue.district and regrading.issue_id = issue.issue_id
            ) as regradings,
            (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'sha256', encode(sha256, 'hex'), 'moment', moment, 'by', taken_by)
                    order by moment desc, sha256), '[]')
                from app.issue_photo photo
                where photo.district = issue.district and photo.issue_id = issue.issue_id
                    and
        """ + OversightStore.seesPhotos + """

                ) as photos,
                (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'key', key, 'rule', rule, 'started_on', started_on, 'due_on', due_on, 'state', state,
                        'met_on', met_on, 'explanation', explanation) order by started_on, key, clock_id), '[]')
                    from app.clock
                    where clock.district = issue.district and subject_kind = 'issue' and subject_id = issue.issue_id
                ) as clocks,
                (
                    select jsonb_build_object('name', name, 'phone', phone) from app.issue_contact contact
                    where contact.district = issue.district and contact.issue_id = issue.issue_id
                ) as contact
            from app.issue where issue.district = auth.district() and issue.issue_id = \(issue)
            """
    }

    private func offers(
        _ issue: ID, _ facts: IssueFacts, _ actor: Actor, _ today: BusinessDay, _ policy: OversightPolicy
    ) -> [Offer] {
        let base = "/v1/issues/\(issue)/"
        let steps: [(String, Words, IssueState)] = [
            ("accept", Words("受理", "accept"), .accepted), ("reject", Words("不予受理", "reject"), .rejected),
            ("assign", Words("交办", "assign"), .assigned), ("begin", Words("开始整改", "begin"), .inProgress),
            ("claim-fix", Words("报告整改完成", "claim the fix"), .fixClaimed),
            ("close", Words("办结", "close"), .closed),
        ]
        var offers = steps.map { verb, words, target in
            Offer(
                "issue." + verb, words, "POST", base + verb,
                IssueRules.step(facts, to: target, by: actor, under: policy))
        }
        offers.append(
            Offer(
                "issue.close_unconfirmed", Words("到期办结", "close without confirmation"), "POST",
                base + "close-unconfirmed",
                LadderRules.closeUnconfirmed(facts, by: actor, today: today, under: policy)))
        if facts.state == .assigned {
            offers.append(
                Offer(
                    "issue.bounce", Words("退件", "send back"), "POST", base + "bounce",
                    LadderRules.bounce(facts, to: issue, by: actor, under: policy)))
        }
        offers.append(
            Offer(
                "issue.verify", Words("确认整改", "verify"), "POST", base + "verify",
                IssueRules.verify(facts, by: actor, under: policy).decision))
        offers.append(
            Offer(
                "issue.reopen", Words("要求重办", "reopen"), "POST", base + "reopen",
                IssueRules.reopen(facts, by: actor, today: today, under: policy)))
        if let regrading = facts.regrading {
            offers.append(
                Offer(
                    "issue_regrading.decide", Words("确认或不同意降级", "agree to a milder severity, or not"), "POST",
                    "/v1/issue-regradings/\(regrading.id)/decide",
                    LadderRules.decide(regrading, by: actor, under: policy)))
        }
        return offers
    }
}
