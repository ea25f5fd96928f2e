package import Policy
package import Values

/// What an objection to the tenderer does to the term of a complaint about a tender (投诉与异议).
package enum ComplaintRules {
    /// The term's name in `procedure.periods`.
    package static let clock = "complaint"

    /// An objection that was raised, and its answer where one came.
    package struct Objection: Hashable, Sendable {
        package let raised: BusinessDay
        package let answered: BusinessDay?

        package init(raised: BusinessDay, answered: BusinessDay?) {
            self.raised = raised
            self.answered = answered
        }
    }

    /// How a complaint stands beside its objection.
    package enum Standing: Hashable, Sendable {
        /// So many days more than the term has: those of the objection's answer.
        case runs(uncounted: Int)
        /// The objection has no answer yet: no day is counted.
        case waits
        /// Of this matter nobody complains who did not object first.
        case objectionFirst
    }

    /// Whether a complaint's term runs, and how many days are not counted in it.
    ///
    /// The day on which the objection is raised is counted and that of its answer is not, as in every term (CV-05). An objection
    /// that came after the term was over revives nothing, and for such a matter is none. A matter that is not said (nil) asks for
    /// no objection.
    ///
    /// - Source: 招标投标法实施条例 第六十条第二款, PRO-16
    package static func standing(
        matter: String?, objection: Objection?, lastDay: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Cited<Standing> {
        let first = try policy.texts("procedure.complaint_after_objection")
        let goesFirst = matter.map { first.value.contains($0) } ?? false
        guard let objection, objection.raised <= lastDay else {
            return Cited(goesFirst ? .objectionFirst : .runs(uncounted: 0), first.citation)
        }
        // Elsewhere an objection may be raised, and stops nothing.
        guard matter == nil || goesFirst else { return Cited(.runs(uncounted: 0), first.citation) }
        guard let answered = objection.answered else { return Cited(.waits, first.citation) }
        return Cited(.runs(uncounted: objection.raised.days(until: answered)), first.citation)
    }
}
