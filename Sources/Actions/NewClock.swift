package import PQ
package import Values

/// A deadline as an action starts it (起算时限), with its day or, while the calendar is not there, its count alone.
package struct NewClock: Sendable {
    private let id: ID
    private let subject: Subject
    private let project: ID
    private let key: String
    private let rule: String
    private let due: DueDay
    private let explanation: JSON
    private let metOn: BusinessDay?

    /// A deadline under the policy key that gives its length; `metOn` where the thing is done as it starts.
    package init(
        _ id: ID, on subject: Subject, in project: ID, key: String, rule: String, due: DueDay,
        explanation: JSON,
        metOn: BusinessDay? = nil
    ) {
        self.id = id
        self.subject = subject
        self.project = project
        self.key = key
        self.rule = rule
        self.due = due
        self.explanation = explanation
        self.metOn = metOn
    }

    package func insert(district: Int32, op: ID) -> SQL {
        """
        insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
            due_on, workdays, nominal_on, explanation, state, met_on, op_id)
        values (\(district), \(id), \(project), \(subject.kind), \(subject.id), \(key), \(rule), \(due.started),
            \(due.on), \(due.count.workdays.map { Int32(truncatingIfNeeded: $0) }), \(due.count.nominal),
            \(explanation), \(NewClock.state(due: due.on, metOn: metOn)), \(metOn), \(op))
        """
    }

    /// What state a deadline is in with the thing done on a day, or not yet: one without its day stays uncomputed,
    /// and the sweep judges it when the calendar comes.
    package static func state(due: BusinessDay?, metOn: BusinessDay?) -> String {
        guard let due else { return "uncomputed" }
        return metOn.map { $0 <= due ? "met" : "late" } ?? "running"
    }
}
