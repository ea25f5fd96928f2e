import Values

extension RefusalWords {
    /// The same refusal with the key whose clause stands behind it.
    func under(_ key: String) -> RefusalWords {
        RefusalWords(
            code, detail, remedy: remedy, liftedBy: liftedBy, handledBy: handledBy, key: key, lifter: lifter)
    }

    /// The same refusal with the ground of what its form is about, where it names none itself.
    var grounded: RefusalWords {
        guard key == nil, lifter != .keeper,
            let ground = ProjectsRefusals.grounds.first(where: { code.hasPrefix($0.beginning) })
        else { return self }
        return under(ground.key)
    }
}

extension ProjectsRefusals {
    /// The key whose clause asks for what a form of the front records, by what its refusals' codes begin with.
    ///
    /// Who is refused the form of a paper reads which clause wants the paper.
    static let grounds: [(beginning: String, key: String)] = [
        ("posting_", "publicity.attachments"), ("objection_", "publicity.attachments"),
        ("survey_record_", "projects.requirements"), ("owners_body_", "projects.requirements"),
        ("compliant_kind_", "projects.requirements"), ("gate_exception_", "projects.requirements"),
        ("participant_opinion_", "projects.requirements"), ("procedure_", "projects.requirements"),
        ("plan_submission_", "annual_plan.due"), ("plan_is_submitted_", "annual_plan.due"),
        ("yearly_allotment_", "projects.requirements"), ("imported_evidence_", "projects.later_evidence"),
        ("evidence_is_imported_", "projects.later_evidence"), ("project_enters_", "projects.steps"),
        ("project_code_is_not_dated_ahead", "code.project"), ("project_code_names_a_month", "code.project"),
        ("project_code_has_its_form", "code.project"), ("project_code_stays", "code.project"),
    ]
}
