package import PQ
package import Values

/// What a rule found (认定), as it is kept: its inputs, its edition, its verdict, its reasons.
package struct Determination: Sendable {
    let id: ID
    let project: ID
    let subject: Subject
    let question: String
    let inputs: JSON
    let edition: String
    let asOf: BusinessDay
    let verdict: String
    let because: [Citation]
    let figures: JSON

    package init(
        id: ID, project: ID, subject: Subject, question: String, inputs: JSON, edition: String,
        asOf: BusinessDay, verdict: String, because: [Citation], figures: JSON = .null
    ) {
        self.id = id
        self.project = project
        self.subject = subject
        self.question = question
        self.inputs = inputs
        self.edition = edition
        self.asOf = asOf
        self.verdict = verdict
        self.because = because
        self.figures = figures
    }

    package func insert(district: Int32, op: ID) -> SQL {
        let explanation = JSON.object(["because": .list(because.map(\.json)), "figures": figures])
        return """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                question, inputs, edition, as_of, verdict, because, op_id)
            values (\(district), \(id), \(project), \(subject.kind), \(subject.id), \(question), \(inputs),
                \(edition), \(asOf), \(verdict), \(explanation), \(op))
            """
    }
}
