/// One refusal the product can give: its code, and the words that say it.
///
/// Each constraint and guard of the database has one under the same code; a test compares the two lists.
package struct RefusalWords: Hashable, Sendable {
    package let code: String
    package let detail: Words
    package let remedy: Words
    package let liftedBy: [Role]
    /// In whose lists it waits, where others see to it than can lift it (督促); empty where who lifts it does.
    package let handledBy: [Role]
    /// The policy key whose citation stands behind it; nil where the reason is order, not law.
    package let key: String?
    /// Who lifts it, where that is no role.
    package let lifter: Lifter

    /// Whoever lifts a refusal (解除人).
    package enum Lifter: String, Hashable, Sendable {
        /// The roles named.
        case roles
        /// Whoever asked for it, in any role.
        case whoeverAsks = "sender"
        /// Whoever keeps the platform: nobody who fills in a form can cause it.
        case keeper
    }

    package init(
        _ code: String, _ detail: Words, remedy: Words, liftedBy: [Role] = [], handledBy: [Role] = [],
        key: String? = nil, lifter: Lifter = .roles
    ) {
        self.handledBy = handledBy
        self.code = code
        self.detail = detail
        self.remedy = remedy
        self.liftedBy = liftedBy
        self.key = key
        self.lifter = lifter
    }

    /// What was filled in wrongly, and how it is put right; without roles by whoever asked.
    package static func form(
        _ code: String, _ zh: String, _ en: String, remedy remedyZh: String, _ remedyEn: String,
        by roles: [Role] = []
    ) -> RefusalWords {
        RefusalWords(
            code, Words(zh, en), remedy: Words(remedyZh, remedyEn), liftedBy: roles,
            lifter: roles.isEmpty ? .whoeverAsks : .roles)
    }

    /// What only the program itself could get wrong: no form leads there.
    package static func inward(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(
            code, Words(zh, en),
            remedy: Words(
                "这是系统自身的核对：重试一次；仍出现的，把请求编号告诉平台维护人员。",
                "A check of the system's own: try once more; if it stays, tell the keeper of the platform the request's number."
            ), lifter: .keeper)
    }

    /// The refusal itself, with what is missing this time.
    package func refusal(_ citation: Citation?, missing: [Words] = [], detail: Words? = nil) -> Refusal {
        Refusal(
            code, detail ?? self.detail, source: citation, missing: missing, remedy: remedy,
            liftedBy: liftedBy, handledBy: handledBy)
    }
}

/// A gate (关口): a computed list of what must stand before a step, each with its state, evidence and clause.
package struct Gate: Hashable, Sendable {
    package struct Requirement: Hashable, Sendable {
        package enum State: String, Hashable, Sendable {
            case met, missing, blocked
            /// Passed before the project was taken in: recorded with its paper, not proved here.
            case imported
            /// Let pass by the level above, although it does not stand.
            case excepted
            case notApplicable = "not_applicable"
        }

        package let id: String
        package let words: Words
        package let state: State
        /// What shows it: a paper, a figure, the object that stands in the way.
        package let evidence: [Words]
        package let citation: Citation?
        /// The refusal given while it does not stand.
        package let refusal: Refusal?
        /// What its state rests on (依据树): its clauses with what was found under them, and once explained the values.
        package let because: [Reason]

        package init(
            _ id: String, _ words: Words, _ state: State, evidence: [Words] = [], source citation: Citation?,
            refusal: Refusal? = nil, because: [Reason]? = nil
        ) {
            self.id = id
            self.words = words
            self.state = state
            self.evidence = evidence
            self.citation = citation
            self.refusal = refusal
            let found = Requirement.finding(words, state, evidence, citation, refusal)
            let clauses = [refusal?.citation ?? citation, citation].compactMap(\.self)
            self.because =
                because
                ?? clauses.prefix(clauses.first == clauses.last ? 1 : 2)
                .map { Reason(clause: $0, finding: found.map { [$0] } ?? []) }
        }

        /// The clauses that its state rests on: that of its refusal first.
        package var clauses: [Citation] { because.compactMap(\.citation) }

        /// What its state says of its clause; nil where it is not asked here.
        package var finding: Holding? { Requirement.finding(words, state, evidence, citation, refusal) }

        private static func finding(
            _ words: Words, _ state: State, _ evidence: [Words], _ citation: Citation?, _ refusal: Refusal?
        ) -> Holding? {
            if let refusal {
                return Holding(refusal.detail, missing: refusal.missing, by: refusal.citation ?? citation)
            }
            guard let citation, state != .notApplicable else { return nil }
            // What was let pass by the level above does not stand for that.
            return Holding(
                words, holds: state == .met || state == .imported, by: citation,
                from: evidence.map { Reason(.finding($0, holds: true)) })
        }

        /// The same requirement with the tree of its reasons.
        package func resting(on because: [Reason], refusal: Refusal?) -> Requirement {
            Requirement(
                id, words, state, evidence: evidence, source: citation, refusal: refusal, because: because)
        }
    }

    package let id: String
    package let words: Words
    package let requirements: [Requirement]

    package init(_ id: String, _ words: Words, _ requirements: [Requirement]) {
        self.id = id
        self.words = words
        self.requirements = requirements
    }

    package var isOpen: Bool {
        requirements.allSatisfy { ![Requirement.State.missing, .blocked].contains($0.state) }
    }

    /// Every reason that keeps it shut, at once.
    package var decision: Decision {
        Decision(
            reasons: requirements.compactMap { $0.refusal }, under: requirements.compactMap { $0.citation })
    }

    package var json: JSON {
        .object([
            "gate": .text(id), "title": .text(words.zh), "title_en": .text(words.en), "open": .bool(isOpen),
            "requirements": .list(
                requirements.map { item in
                    .object([
                        "id": .text(item.id), "title": .text(item.words.zh), "title_en": .text(item.words.en),
                        "state": .text(item.state.rawValue),
                        "evidence": .list(
                            item.evidence.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) }),
                        "source": item.citation?.json ?? .null, "refusal": item.refusal?.json ?? .null,
                        "because": .list(item.because.map(\.json)),
                    ])
                }),
        ])
    }
}

/// What a resource offers to whoever reads it: an action he may take now, or one that is refused and why.
package struct Offer: Hashable, Sendable {
    /// Whose step it is on a project's way (轮到谁).
    package struct Turn: Hashable, Sendable {
        package let roles: [Role]
        /// The one unit of those roles that may take it; nil where each that takes part may.
        package let unit: ID?
        /// Units that may not, though of those roles.
        package let barred: [ID]
        /// Where what it waits for is shown.
        package let gate: String
        /// Refusals whose mending waits for somebody by a turn or a row of its own.
        package let mendedElsewhere: Set<String>

        package init(
            _ roles: [Role], of unit: ID? = nil, barring barred: [ID] = [], gate: String,
            mendedElsewhere: Set<String> = []
        ) {
            self.roles = roles
            self.unit = unit
            self.barred = barred
            self.gate = gate
            self.mendedElsewhere = mendedElsewhere
        }
    }

    package let action: String
    package let words: Words
    package let method: String
    package let path: String
    package let decision: Decision
    /// Nil for what may be done beside the project's way, at any time.
    package let turn: Turn?

    package init(
        _ action: String, _ words: Words, _ method: String, _ path: String, _ decision: Decision,
        turn: Turn? = nil
    ) {
        self.action = action
        self.words = words
        self.method = method
        self.path = path
        self.decision = decision
        self.turn = turn
    }
}
