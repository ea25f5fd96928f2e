package import Policy
package import Values

/// The rules for what is recorded of the front of the process (前期登记), each answered as its guard answers.
package enum FrontRecordingRules {
    /// Whether a gate that asks for a requirement is still before the project.
    ///
    /// - Source: catalogue C.2
    package static func isAhead(
        _ requirement: String, from state: ProjectState, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        let path = try FrontRules.path(policy)
        guard let now = path.firstIndex(where: { $0.from == state }) else { return false }
        let ids = Set(try policy.records("projects.requirements").value.map(\.id))
        return path[now...].contains { step in
            step.gates.contains { ids.contains($0 + "." + requirement) }
        }
    }

    /// Whether a finding on the scope names the plan of demolition that it rests on: its version, and when it was looked up.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, 三（二）, LC-02-5
    package static func demolitionList(
        _ version: String, checkedOn day: BusinessDay, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has("scope.demolition_list_kept_by") else { return .allowed([]) }
        let keeper = try policy.text("scope.demolition_list_kept_by")
        if policy.has("scope.list_max_age_days") {
            let most = try policy.int("scope.list_max_age_days")
            let first = today.adding(days: -Int(most.value))
            if day < first {
                return .refused([
                    ProjectsRefusals.scopeDemolitionListIsRecent.refusal(
                        most.citation, missing: [Words("不早于 \(first)", "on or after \(first)")])
                ])
            }
        }
        guard version.allSatisfy(\.isWhitespace) || day > today else { return .allowed([keeper.citation]) }
        return .refused([
            ProjectsRefusals.scopeNamesItsDemolitionList.refusal(
                keeper.citation, missing: [Words("拆迁计划由\(keeper.value)提供", "kept by \(keeper.value)")])
        ])
    }

    /// Whether a kind of survey data is one that the place asks for.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（一）, HZ-03-1; YY-07-1
    package static func survey(kind: String, under policy: Policy) throws(PolicyFault) -> Decision {
        try listed(kind, in: "survey.kinds", else: ProjectsRefusals.surveyKindIsKnown, under: policy)
    }

    /// Whether a kind of works is one whose presence may be stated instead of built.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（二）1, LC-02-8
    package static func compliant(kind: String, under policy: Policy) throws(PolicyFault) -> Decision {
        let kinds = try policy.texts("plan.mandatory_kinds")
        return kinds.value.contains(kind)
            ? .allowed([kinds.citation])
            : .refused([
                ProjectsRefusals.compliantKindIsMandatory.refusal(
                    kinds.citation, missing: kinds.value.map(SchemeRules.words(ofKind:)))
            ])
    }

    private static func words(ofOutcome outcome: String) -> Words {
        switch outcome {
        case "kept": Words("照常办理", "kept")
        case "simplified": Words("简化办理", "simplified")
        case "waived": Words("免办", "waived")
        default: Words("“\(outcome)”", outcome)
        }
    }

    /// Whether a participant sits in a forum of the place.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（二）, HZ-04-3; 四（三）, HZ-20; XH-03-2; GS-04-2; LC-12-3
    package static func participant(
        _ participant: String, of forum: String, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has(forum + ".participants") else {
            // A place whose joint review leaves minutes, not opinions, is asked by the clause of those.
            let minutes = forum == "consultation" && policy.has("approval.papers.S09")
            let order = try policy.records(minutes ? "approval.papers.S09" : "projects.requirements").citation
            return .refused([ProjectsRefusals.participantIsOfTheForum.refusal(order)])
        }
        return try listed(
            participant, in: forum + ".participants", else: ProjectsRefusals.participantIsOfTheForum,
            under: policy)
    }

    /// Whether the consultation may decide so on a procedure, now.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（二）, HZ-04-4; XH-03-3
    package static func procedure(
        _ procedure: String, outcome: String, in state: ProjectState, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has("projects.procedures") else {
            let order = try policy.records("projects.steps").citation
            return .refused([ProjectsRefusals.procedureIsKnown.refusal(order)])
        }
        let known = try policy.records("projects.procedures")
        var reasons = [Refusal]()
        if let record = known.value.first(where: { $0.id == procedure }) {
            let outcomes = try record.texts("outcomes")
            if !outcomes.contains(outcome) {
                reasons.append(
                    ProjectsRefusals.procedureOutcomeIsForeseen.refusal(
                        record.citation, missing: outcomes.map(words(ofOutcome:))))
            }
        } else {
            var names = [Words]()
            for record in known.value { names.append(try record.words()) }
            reasons.append(ProjectsRefusals.procedureIsKnown.refusal(known.citation, missing: names))
        }
        if try !isAhead("procedures_decided", from: state, under: policy) {
            reasons.append(ProjectsRefusals.procedureDecisionWaitsNoMore.refusal(known.citation))
        }
        return Decision(reasons: reasons, under: [known.citation])
    }

    /// Whether an exception may be asked for: only where the text says “原则上”, and only on such a finding.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, LC-02-3; catalogue CV-19
    package static func exception(
        to requirement: String, scope: String?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let all = try policy.records("projects.requirements")
        let record = all.value.first { $0.id == requirement }
        let isOpen = !requirement.hasSuffix(".scope") || scope == "excluded_in_principle"
        guard let record, record.has("exception"), isOpen else {
            return .refused([
                ProjectsRefusals.gateExceptionIsForeseen.refusal(record?.citation ?? all.citation)
            ])
        }
        return .allowed([record.citation])
    }

    /// Whether someone may decide an exception so; the level above alone does, and not whoever asked.
    ///
    /// - Source: catalogue CV-19, C.3
    package static func deciding(
        _ requirement: String, from state: String, to outcome: String, by role: Role, isAsker: Bool,
        at stands: ProjectState, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let all = try policy.records("projects.requirements")
        let record = all.value.first { $0.id == requirement }
        let citation = record?.citation ?? all.citation
        let approver = record?.has("exception") == true ? try record?.text("exception") : nil
        var reasons = [Refusal]()
        if !["asked-approved", "asked-refused", "approved-revoked"].contains(state + "-" + outcome) {
            reasons.append(ProjectsRefusals.gateExceptionStepIsAllowed.refusal(citation))
        }
        if approver != role.rawValue || isAsker {
            let above = approver.flatMap(Role.init).map { [$0] } ?? []
            reasons.append(
                ProjectsRefusals.gateExceptionIsDecidedByTheLevelAbove.refusal(
                    citation, missing: above.map(\.words)))
        }
        let name = requirement.split(separator: ".").dropFirst().first.map(String.init) ?? requirement
        if outcome == "revoked", try !isAhead(name, from: stands, under: policy) {
            reasons.append(ProjectsRefusals.gateExceptionStaysAfterItsGate.refusal(citation))
        }
        return Decision(reasons: reasons, under: [citation])
    }

    /// Whether what is told of a community is told one way: not a class of danger and that there is none.
    ///
    /// - Source: catalogue CV-13; 杭政办函〔2022〕10号 二（一）, HZ-02-1
    package static func toldOneWay(
        _ contradicted: [String], under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let order = try policy.records("projects.requirements").citation
        guard !contradicted.isEmpty else { return .allowed([order]) }
        return .refused([
            ProjectsRefusals.scopeNamesItsFacts.refusal(
                order, missing: contradicted.map(ScopeFacts.words(of:)),
                detail: Words(
                    "所填事实互相矛盾：既填了内容，又写明没有。",
                    "Facts contradict each other: a value is told, and that there is none."))
        ])
    }

    /// Whether the area that a finding names is the one where the project lies; an area without a code of its own may lie in any.
    ///
    /// - Source: 岳阳市征求意见稿 三, YY-00-1
    package static func area(
        _ name: String?, ofProjectIn place: String, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has("scope.areas"), let name else { return .allowed([]) }
        let areas = try policy.records("scope.areas")
        var named: String?
        for area in areas.value where try ([area.id, area.text("zh")] + area.texts("aliases")).contains(name)
        {
            named = area.id
        }
        guard let named, Int(named) != nil, named != place, areas.value.contains(where: { $0.id == place })
        else { return .allowed([areas.citation]) }
        return .refused([
            ProjectsRefusals.scopeNamesItsFacts.refusal(
                areas.citation, missing: [ScopeFacts.words(of: "area_name")],
                detail: Words(
                    "所填片区“\(name)”不是项目所在的区。", "The project does not lie in the area that is told."))
        ])
    }

    /// Whether a posting is recorded now.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）3, LC-05-3, LC-05-4; catalogue CV-09
    package static func posting(
        _ attached: [String], on day: BusinessDay, today: BusinessDay, in state: ProjectState,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let attachments = try policy.records("publicity.attachments")
        var reasons = [Refusal]()
        if day > today {
            reasons.append(ProjectsRefusals.postingIsNotDatedAhead.refusal(attachments.citation))
        }
        if try !isAhead("publicity", from: state, under: policy) {
            reasons.append(ProjectsRefusals.postingWaitsNoMore.refusal(attachments.citation))
        }
        let strange = attached.filter { id in !attachments.value.contains { $0.id == id } }
        if !strange.isEmpty {
            let words = ProjectsRefusals.postingAttachmentIsKnown
            var known = [Words]()
            for record in attachments.value { known.append(Words(try record.text("zh"), record.id)) }
            let named = words.detail.naming(
                strange.map { Words("“\($0)”", $0) }, after: Words("所填", "given"))
            reasons.append(
                words.refusal(
                    attachments.citation, missing: known,
                    detail: named.naming(known, after: Words("可登记的有", "it has"))))
        }
        return Decision(reasons: reasons, under: [attachments.citation])
    }

    /// Whether what hung and its photo are files that the project holds: each one of its own, the photo a picture.
    ///
    /// `named` are the attachments' kinds with their digests; `held` those of them, and of the photo, that are stored papers
    /// of the project. Nothing is said of a photo whose bytes are not there.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）3, LC-05-3; HOUSE-PAP-4
    package static func postingPapers(
        _ named: [(kind: String, digest: String)], photo: String, held: Set<String>, isPicture: Bool,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let attachments = try policy.records("publicity.attachments")
        var missing = [Words]()
        for item in named where !held.contains(item.digest) {
            let known = attachments.value.first { $0.id == item.kind }
            missing.append(try known?.words() ?? Words(item.kind, item.kind))
        }
        if !held.contains(photo) { missing.append(Words("张贴照片", "the photo of the posting")) }
        var reasons = [Refusal]()
        if !missing.isEmpty {
            let words = ProjectsRefusals.postingRestsOnStoredPapers
            reasons.append(
                words.refusal(
                    attachments.citation, missing: missing,
                    detail: words.detail.naming(missing, after: Words("没有登记的", "not recorded"))))
        }
        if Set(named.map(\.digest) + [photo]).count <= named.count {
            reasons.append(ProjectsRefusals.postingPapersAreDifferentFiles.refusal(attachments.citation))
        }
        if held.contains(photo), !isPicture {
            reasons.append(ProjectsRefusals.postingPhotoIsAPicture.refusal(attachments.citation))
        }
        return Decision(reasons: reasons, under: [attachments.citation])
    }

    private static func listed(
        _ id: String, in key: String, else words: RefusalWords, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has(key) else {
            let order = try policy.records("projects.requirements").citation
            return .refused([
                words.refusal(
                    order,
                    detail: Words("本地的程序没有规定这一项，不用登记。", "The place's process asks for nothing of this kind."))
            ])
        }
        let known = try policy.records(key)
        guard !known.value.contains(where: { $0.id == id }) else { return .allowed([known.citation]) }
        var names = [Words]()
        for record in known.value { names.append(Words(try record.text("zh"), record.id)) }
        return .refused([
            words.refusal(
                known.citation, missing: names,
                detail: words.detail.naming(names, after: Words("可登记的有", "it has")))
        ])
    }
}

extension Words {
    /// The sentence with what it speaks of by name: at most thirty, and how many they are.
    func naming(_ names: [Words], after intro: Words) -> Words {
        guard !names.isEmpty else { return self }
        let zh = names.prefix(30).map(\.zh).joined(separator: "、") + (names.count > 30 ? "等" : "")
        let en = names.prefix(30).map(\.en).joined(separator: ", ") + (names.count > 30 ? " …" : "")
        func open(_ text: String, _ end: Character) -> String {
            text.last == end ? String(text.dropLast()) : text
        }
        return Words(
            "\(open(self.zh, "。"))；\(intro.zh)：\(zh)（\(names.count) 项）。",
            "\(open(self.en, ".")); \(intro.en): \(en) (\(names.count)).")
    }
}
