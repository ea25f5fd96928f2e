package import Values

/// A determination of the past (历史认定) as it is stored: what it was asked, under which edition, what it said.
package struct PastDetermination: Sendable {
    package let id: ID
    package let project: ID
    /// What the project is called.
    package let title: String
    package let place: String
    /// Kind and id of what it was about: `package`, `project`, `change_order`.
    package let subjectKind: String
    package let subject: ID
    package let question: String
    package let inputs: JSON
    package let edition: String
    /// The day whose rules it was made by.
    package let asOf: BusinessDay
    package let verdict: String
    package let because: JSON
    package let figures: JSON

    package init(
        id: ID, project: ID, title: String, place: String, subjectKind: String, subject: ID,
        question: String, inputs: JSON, edition: String, asOf: BusinessDay, verdict: String, because: JSON,
        figures: JSON
    ) {
        self.id = id
        self.project = project
        self.title = title
        self.place = place
        self.subjectKind = subjectKind
        self.subject = subject
        self.question = question
        self.inputs = inputs
        self.edition = edition
        self.asOf = asOf
        self.verdict = verdict
        self.because = because
        self.figures = figures
    }

    package var json: JSON {
        .object([
            "determination": .text(id.description), "project": .text(project.description),
            "name": .text(title), "place": .text(place), "subject_kind": .text(subjectKind),
            "subject": .text(subject.description), "question": .text(question), "edition": .text(edition),
            "as_of": .text(asOf.description), "verdict": .text(verdict),
        ])
    }
}
