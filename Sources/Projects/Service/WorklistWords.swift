import Actions
import Projects
import Values

extension Worklist {
    /// What put a block, by the kind of its source.
    static let causes: [String: Words] = [
        "issue": Words("居民问题", "a resident's issue"), "change_order": Words("工程变更", "a change order"),
        "engagement_conflict": Words("参建单位利益冲突", "a conflict between engagements"),
        "split_lot": Words("拆分的标段", "a split lot"),
    ]

    /// What a block holds, by its class of action.
    static let actions: [String: Words] = [
        "joint_acceptance": Words("联合竣工验收", "joint acceptance"),
        "certificate": Words("出具验收证书", "the certificate"), "payment": Words("支付进度款", "payment"),
        "log": Words("填报工程量", "logged quantities"), "start": Words("开工", "the start of works"),
        "change": Words("工程变更", "change orders"), "close": Words("项目销号", "closing the project"),
    ]

    /// Deadlines whose row does not tell its title, by their policy key.
    static let deadlines: [(prefix: String, suffix: String, words: Words)] = [
        ("contract.days_after_award", "", Words("中标后签订合同", "signing after the award")),
        ("issue.severities.", ".accept_workdays", Words("受理居民问题", "taking up a resident's issue")),
        ("issue.severities.", "", Words("整改居民问题", "mending a resident's issue")),
        ("issue.verify_window_days", "", Words("居民确认整改", "the resident's confirmation")),
        ("handover.confirm_workdays", "", Words("专营单位确认接收", "the utility's confirmation")),
        ("handover.answer_workdays", "", Words("专营单位答复", "the utility's answer")),
    ]

    /// What a deadline is called: by what its row tells, else by its key, else by its rule.
    static func deadlineWords(key: String, told: JSON, rule: String) -> Words {
        if let zh = told["title"]?.text { return Words(zh, told["title_en"]?.text ?? zh) }
        return deadlines.first { key.hasPrefix($0.prefix) && key.hasSuffix($0.suffix) }?.words
            ?? Words("到期事项", "deadline \(rule)")
    }

    static func role(_ code: String) -> Words { Role(rawValue: code)?.words ?? Words("其他单位", code) }

    /// The list for programs; the page shows the same.
    var json: JSON {
        .object([
            "as_of": .text(today.description), "role": .text(actor.role.rawValue),
            "warnings": .list(warnings.map(\.json)),
            "overdue": .list(overdue.map(\.json)), "running": .list(running.map(\.json)),
            "blocked": .list(blocks.map(\.json)), "waiting": .list(own.map(\.json)),
            "elsewhere": .list(elsewhere.map(\.json)), "projects": .list(projects.map(\.json)),
            "states": .list(
                states.map { found in
                    .object([
                        "state": .text(found.state.rawValue), "title": .text(found.state.words.zh),
                        "title_en": .text(found.state.words.en), "count": .int(Int64(found.count)),
                    ])
                }),
        ])
    }
}

extension Worklist.Block {
    fileprivate var json: JSON {
        .object([
            "project": .text(project.description), "project_name": .text(projectName),
            "action_class": .text(action), "action_title": .text(words.zh),
            "action_title_en": .text(words.en),
            "cause": .text(cause.zh), "cause_en": .text(cause.en),
            "since": since.map { .text($0.description) } ?? .null,
            "refusal": refusal.json,
        ])
    }
}

extension Worklist.Deadline {
    /// Whose turn it is, in words.
    var turnTitle: String { turn.map(\.words.zh).joined(separator: "、") }

    fileprivate var json: JSON {
        .object([
            "project": .text(project.description), "project_name": .text(projectName),
            "title": .text(title.zh),
            "title_en": .text(title.en), "due_on": due.map { .text($0.description) } ?? .null,
            "due_note": due == nil ? .text(DueDay.uncomputed.zh) : .null,
            "days_over": .int(Int64(max(0, daysOver))),
            "turn": .list(turn.map { .text($0.rawValue) }), "turn_title": .text(turnTitle),
            "rule": .text(rule), "source": because.first?.citation?.json ?? .null,
            "because": .list(because.map(\.json)),
        ])
    }
}

extension Worklist.Item {
    fileprivate var json: JSON {
        .object([
            "project": .text(project.description), "project_name": .text(projectName), "kind": .text(kind),
            "subject": .text(subject.description), "title": .text(title.zh), "title_en": .text(title.en),
            "role": .text(role), "turn": .list([.text(role)]), "turn_title": .text(Worklist.role(role).zh),
            "organisation": organisation.map { .text($0) } ?? .null,
            "due_on": due.map { .text($0.description) } ?? .null,
        ])
    }
}

extension Worklist.Project {
    fileprivate var json: JSON {
        .object([
            "id": .text(id.description), "name": .text(name), "community": .text(community),
            "state": .text(state),
            "blocks": .int(Int64(blocks)), "overdue": .int(Int64(late)),
        ])
    }
}
