import Actions
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// A scheme as it was sent (方案文件): its text for the digest, its meaning, and the dry run that it answers.
struct SchemeFile: Sendable {
    let source: JSON
    let scheme: Scheme
    /// What the scope of renovation is judged by.
    let scope: ScopeDraft?
    /// The digest of a dry run, where the caller names one.
    let checked: String?
}

/// A scheme judged by the rules of its place (方案审入), with all that comes of taking it in.
struct SchemeAdmission: Sendable {
    let scheme: Scheme
    let edition: String
    let area: Area
    let works: [WorksClass: Fen]
    let funding: Funding
    /// What the launch will ask for, by kind.
    let papers: [(kind: String, words: Words)]
    /// Over the file, the edition it was judged by, and the money that comes of it: what is confirmed by name.
    let digest: String
    private let funds: FundingPolicy
    private let scope: (asked: [String: JSON], on: BusinessDay, found: ScopeFinding)?

    /// Judges it; every reason against it is thrown as one problem.
    init(_ file: SchemeFile, _ shelf: PolicyShelf, today: BusinessDay) throws {
        scheme = file.scheme
        let book = shelf.current
        edition = try book.edition(for: scheme.place)
        let policy = try book.policy(for: scheme.place, on: scheme.approvedOn)
        var reasons = try SchemeRules.admission(of: scheme, under: policy).refusals
        reasons += try SchemeRules.days(of: scheme, today: today, under: policy)
        let within = try SchemeAdmission.scope(of: file, under: policy, today: today)
        reasons += within.reasons
        scope = within.finding.map { (file.scope?.inputs ?? [:], file.scheme.approvedOn, $0) }
        funds = try FundingPolicy(policy)
        var works = [WorksClass: Fen]()
        for item in scheme.items where !FundingRules.isExcluded(kind: item.kind, under: funds) {
            works[item.`class`, default: .zero] = works[item.`class`, default: .zero] + item.amount
        }
        self.works = works
        guard let area = Area(squareMetres: scheme.community.area),
            let plan = FundingRules.plan(
                works: works, other: scheme.other, contingency: scheme.contingency, area: area, under: funds)
        else {
            throw Problems.refused(
                reasons.isEmpty ? [ProjectsRefusals.launchWaitsForFundingPlan.refusal(nil)] : reasons)
        }
        reasons += try SchemeRules.shares(of: scheme, adding: plan.required, under: policy).refusals
        guard reasons.isEmpty else { throw Problems.refused(reasons) }
        (self.area, funding) = (area, plan)
        papers =
            policy.has("launch.required_papers")
            ? try policy.records("launch.required_papers").value.map { ($0.id, try $0.words()) } : []
        digest = hex(
            Digest.sha256(
                JSON.object([
                    "scheme": file.source, "edition": .text(edition), "funding": plan.figures,
                ]).canonical))
    }

    /// Whether the community is within the scope, and by which plan of demolition.
    private static func scope(
        of file: SchemeFile, under policy: Policy, today: BusinessDay
    ) throws -> (finding: ScopeFinding?, reasons: [Refusal]) {
        let facts = file.scope?.facts ?? ScopeFacts()
        let (finding, found) = try SchemeRules.scope(of: file.scheme, given: facts, under: policy)
        var reasons = found
        if let draft = file.scope {
            reasons += try FrontRecordingRules.toldOneWay(draft.contradicted, under: policy).refusals
        }
        if finding != nil, let draft = file.scope {
            reasons += try FrontRecordingRules.demolitionList(
                draft.listVersion, checkedOn: draft.listCheckedOn, today: today, under: policy
            ).refusals
        }
        return (finding, reasons)
    }

    private func isExcluded(_ item: Scheme.Item) -> Bool {
        FundingRules.isExcluded(kind: item.kind, under: funds)
    }

    /// Event, rows and answer.
    func write(_ sitting: Sitting) -> Write {
        Write(
            body: .object([
                "project": .text(scheme.id.description), "name": .text(scheme.name),
                "community": .text(scheme.community.name), "edition": .text(edition),
                "items": .int(Int64(scheme.items.count)), "funding": funding.figures,
            ]), statements(sitting),
            answer: .object([
                "id": .text(scheme.id.description), "state": "S06", "edition": .text(edition),
                "funding": funding.figures,
            ]), version: 1, project: scheme.id)
    }

    private func statements(_ sitting: Sitting) -> [SQL] {
        let district = sitting.actor.district
        let determination = sitting.newID()
        var statements = [
            ProjectsStore.insertCommunity(scheme.community, area: area, district: district, op: sitting.op),
            ProjectsStore.insertProject(scheme, edition: edition, district: district, op: sitting.op),
        ]
        statements += CommunityBodies.named(
            committee: scheme.community.residentsCommittee, owners: scheme.community.ownersBody,
            of: scheme.id, sitting)
        statements += scheme.items.map {
            ProjectsStore.insertItem(
                $0, of: scheme.id, excluded: isExcluded($0), district: district, op: sitting.op)
        }
        statements.append(
            Determination(
                id: determination, project: scheme.id, subject: Subject("project", scheme.id),
                question: "lc_funding",
                inputs: .object([
                    "works": .object(
                        Dictionary(
                            uniqueKeysWithValues: works.map { ($0.key.rawValue, JSON.text($0.value.yuan)) })),
                    "other": .text(scheme.other.yuan), "contingency": .text(scheme.contingency.yuan),
                    "area": .text(area.squareMetres),
                ]), edition: edition, asOf: scheme.approvedOn, verdict: "computed",
                because: funds.citations, figures: funding.figures
            ).insert(district: district, op: sitting.op))
        if let scope {
            var inputs = scope.asked
            inputs["completed"] = .text(scheme.community.completedOn.description)
            statements.append(
                Determination(
                    id: sitting.newID(), project: scheme.id, subject: Subject("project", scheme.id),
                    question: "scope", inputs: .object(inputs), edition: edition, asOf: scope.on,
                    verdict: ScopeFinding.Verdict.eligible.rawValue, because: scope.found.because
                ).insert(district: district, op: sitting.op))
        }
        statements.append(
            ProjectsStore.insertFunding(
                funding, of: scheme.id, other: scheme.other, contingency: scheme.contingency,
                determination: determination, district: district, op: sitting.op))
        return statements + HouseholdList.statements(of: scheme, sitting)
    }

    /// Works of one class: how many items, their money, and how many of them stay outside the plan.
    struct Share: Sendable {
        let kind: WorksClass
        let count: Int
        let amount: Fen
        let excluded: Int
    }

    var shares: [Share] {
        WorksClass.allCases.compactMap { kind in
            let items = scheme.items.filter { $0.`class` == kind }
            guard !items.isEmpty else { return nil }
            return Share(
                kind: kind, count: items.count, amount: items.map(\.amount).reduce(.zero, +),
                excluded: items.count(where: isExcluded))
        }
    }

    /// The money that the list asks of its households; nil where the list names none.
    var listedShares: Fen? {
        let given = (scheme.households ?? []).compactMap(\.share)
        return given.isEmpty ? nil : given.reduce(.zero, +)
    }

    var listedArea: Area {
        Area(hundredths: (scheme.households ?? []).reduce(0) { $0 + ($1.hundredths ?? 0) })
    }

    /// What a dry run answers.
    var shown: JSON {
        .object([
            "dry_run": true, "digest": .text(digest), "edition": .text(edition), "funding": funding.figures,
            "project": .object([
                "id": .text(scheme.id.description), "name": .text(scheme.name), "place": .text(scheme.place),
                "approved_on": .text("\(scheme.approvedOn)"),
            ]),
            "community": .object([
                "name": .text(scheme.community.name), "address": .text(scheme.community.address),
                "households": .int(scheme.community.households), "area_hundredths": .int(area.hundredths),
            ]),
            "households": .object([
                "listed": .int(Int64(scheme.households?.count ?? 0)),
                "area_hundredths": .int(listedArea.hundredths),
                "shares_fen": listedShares.map { .int($0.amount) } ?? .null,
            ]),
            "items": .list(
                shares.map {
                    .object([
                        "class": .text($0.kind.rawValue), "title": .text($0.kind.words.zh),
                        "count": .int(Int64($0.count)), "amount_fen": .int($0.amount.amount),
                        "excluded": .int(Int64($0.excluded)),
                    ])
                }),
            "papers": .list(
                papers.map {
                    .object([
                        "kind": .text($0.kind), "title": .text($0.words.zh), "title_en": .text($0.words.en),
                    ])
                }),
        ])
    }
}
