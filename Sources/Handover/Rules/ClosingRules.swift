package import Policy
package import Values

/// What a project waits for before it is closed (销号关口), and the records that its end is made of.
package enum ClosingRules {
    /// Everything that must stand before a project is closed on a day, each with its clause.
    ///
    /// - Source: catalogue C.2b S22→S23; 温鹿政办〔2020〕21号 二（三）4, 7, 8, 9, LC-06-4, LC-09-2, LC-10-1, LC-10-4, LC-11-1
    package static func gate(
        _ facts: ClosingFacts, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Gate {
        let needed = try policy.texts("closing.requires")
        var requirements = [try handovers(facts, under: policy), issues(facts, under: policy)]
        if needed.value.contains("filings") {
            for record in try policy.records("closing.filings").value {
                requirements.append(try filing(record, facts))
            }
        }
        if needed.value.contains("final_accounts") {
            requirements.append(try accounts(facts, under: policy))
        }
        if needed.value.contains("true_up") { requirements.append(try balances(facts, under: policy)) }
        if needed.value.contains("papers_delivered") {
            requirements.append(try papers(facts, under: policy))
        }
        if needed.value.contains("management_form") {
            requirements.append(try management(facts, under: policy))
        }
        if needed.value.contains("papers") {
            for record in try policy.records("closing.papers").value {
                requirements.append(try paper(record, facts))
            }
        }
        if needed.value.contains("special_works") {
            requirements.append(
                special(facts, try policy.bool("special_works.settled_before_close").citation))
        }
        if needed.value.contains("warranties") {
            for works in facts.works { requirements.append(try warranty(works, on: day, under: policy)) }
            if facts.works.isEmpty {
                requirements.append(
                    .init(
                        "warranty", Words("各项工程保修期", "warranties of the works"), .missing,
                        source: needed.citation,
                        refusal: ClosingRefusals.waitsForWarranties.refusal(needed.citation)))
            }
        }
        if let surplus = try surplus(facts, under: policy) { requirements.append(surplus) }
        return Gate("close", Words("项目销号关口", "The gate of closing the project"), requirements)
    }

    /// Public money left over that has not gone back; nothing is asked where none is.
    ///
    /// - Source: 政府投资条例 第二十五条, INV-10
    private static func surplus(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement? {
        guard facts.surplus > .zero, policy.has("investment.surplus_returned") else { return nil }
        let citation = try policy.bool("investment.surplus_returned").citation
        let left = Words("尚有 \(facts.surplus.forPeople) 元", "\(facts.surplus.yuan) yuan to go back")
        return .init(
            "surplus", Words("结余的财政资金缴回", "surplus public money returned"), .missing, source: citation,
            refusal: SurplusRefusals.closeWaits.refusal(citation, missing: [left]))
    }

    private static func issues(_ facts: ClosingFacts, under policy: Policy) -> Gate.Requirement {
        let citation = (try? policy.value("issue.severities"))?.citation
        return .init(
            "issues", Words("居民问题全部办结", "every report of a resident is settled"),
            facts.issues.isEmpty ? .met : .missing, source: citation,
            refusal: facts.issues.isEmpty
                ? nil
                : ClosingRefusals.waitsForIssues.refusal(
                    citation, missing: facts.issues.map { Words("未办结：\($0)", "open: \($0)") }))
    }

    /// Whether a project may be closed on a day; one refusal for each code, with all that is missing under it.
    ///
    /// - Source: catalogue C.2b S22→S23
    package static func closing(
        _ facts: ClosingFacts, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let gate = try gate(facts, on: day, under: policy)
        var order = [String]()
        var byCode = [String: Refusal]()
        for refusal in gate.decision.refusals {
            guard let earlier = byCode[refusal.code] else {
                order.append(refusal.code)
                byCode[refusal.code] = refusal
                continue
            }
            byCode[refusal.code] = Refusal(
                refusal.code, earlier.detail, source: earlier.citation ?? refusal.citation,
                missing: earlier.missing + refusal.missing, remedy: earlier.remedy,
                liftedBy: earlier.liftedBy)
        }
        return Decision(
            reasons: order.compactMap { byCode[$0] }, under: gate.requirements.compactMap(\.citation))
    }

    /// Whether a filing is recorded: of a kind the place knows, after acceptance, with each document and seal.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）6, 7, LC-12-7, LC-12-8; 质量管理条例 第四十九条 QLT-06; 无障碍环境建设法 QLT-12;
    ///   城镇燃气管理条例 第十一条 UTL-02
    package static func filing(
        _ filing: FilingFacts, of facts: ClosingFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let kinds = try policy.records("closing.filings")
        guard let kind = kinds.value.first(where: { $0.id == filing.kind }) else {
            return .refused([
                ClosingRefusals.filingKindIsOfThePolicy.refusal(
                    kinds.citation, missing: try names(of: kinds.value))
            ])
        }
        var reasons = try early(facts, filing.filedOn, kind.citation)
        if facts.filings.contains(where: { $0.kind == filing.kind }) {
            reasons.append(ClosingRefusals.filingIsOneOfItsKind.refusal(kind.citation))
        }
        if filing.filedOn > today {
            reasons.append(ClosingRefusals.filingIsNotDatedAhead.refusal(kind.citation))
        }
        let list = kind.has("documents") ? try policy.records(try kind.text("documents")) : nil
        // A document that only some works have is asked for by the authority, not here.
        let unsent = (list?.value ?? []).filter { record in
            filing.documents[record.id] == nil
                && !(record.has("conditional") && (try? record.bool("conditional")) == true)
        }
        if let list, !unsent.isEmpty {
            reasons.append(
                ClosingRefusals.filingHasItsDocuments.refusal(list.citation, missing: try names(of: unsent)))
        }
        let unsealed = (list?.value ?? []).filter { record in
            guard let given = filing.documents[record.id] else { return false }
            return given != (try? record.text("stamped_by"))
        }
        if let list, !unsealed.isEmpty {
            reasons.append(
                ClosingRefusals.filingDocumentBearsItsSeal.refusal(
                    list.citation, missing: try names(of: unsealed)))
        }
        if filing.kind == "completion", filing.barrierFree == nil, let law = try barrierFree(under: policy) {
            reasons.append(ClosingRefusals.filingWaitsForBarrierFree.refusal(law))
        }
        return Decision(reasons: reasons, under: [kind.citation])
    }

    /// The clause that asks for barrier-free acceptance; none before the law was in force.
    private static func barrierFree(under policy: Policy) throws(PolicyFault) -> Citation? {
        do throws(PolicyFault) {
            let rule = try policy.bool("filing.barrier_free_accepted")
            return rule.value ? rule.citation : nil
        } catch {
            guard case .notInForce = error else { throw error }
            return nil
        }
    }

    /// Whether papers may be handed to who keeps the works, and their filing recorded.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-1, "将竣工验收资料分别移交给业主委员会或物业专营单位并备案"
    package static func delivering(
        to kind: String?, _ facts: ClosingFacts, on day: BusinessDay, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let needed = try policy.texts("closing.requires")
        var reasons = try early(facts, day, needed.citation)
        if let kind, facts.project.states[kind] != .handedOver {
            reasons.append(
                ClosingRefusals.deliveryFollowsTheHandover.refusal(
                    needed.citation,
                    missing: [FacilityKind(rawValue: kind)?.words ?? Words(kind, kind)]))
        }
        if day > today { reasons.append(ClosingRefusals.filingIsNotDatedAhead.refusal(needed.citation)) }
        return Decision(reasons: reasons, under: [needed.citation])
    }

    /// Whether a form of management is recorded: one that the place knows.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）9, LC-11-1
    package static func managing(
        by form: String, _ facts: ClosingFacts, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let forms = try policy.records("closing.management_forms")
        var reasons = try early(facts, day, forms.citation)
        if !forms.value.contains(where: { $0.id == form }) {
            reasons.append(
                ClosingRefusals.managementFormIsOfThePolicy.refusal(
                    forms.citation, missing: try names(of: forms.value)))
        }
        if facts.management != nil {
            reasons.append(ClosingRefusals.managementFormIsOne.refusal(forms.citation))
        }
        return Decision(reasons: reasons, under: [forms.citation])
    }

    /// Whether works may be taken on before their warranty ends: by the owners' body or the community.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-4; catalogue C.2b S22→S23, "past effective_end or handed on"
    package static func takingOn(
        _ kind: String, _ facts: ClosingFacts, by actor: Actor, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let needed = try policy.texts("closing.requires")
        var reasons = try early(facts, day, needed.citation)
        guard let works = facts.works.first(where: { $0.kind == kind }) else {
            reasons.append(ClosingRefusals.custodyIsOfAWarranty.refusal(needed.citation))
            return .refused(reasons)
        }
        if works.keeper != nil {
            reasons.append(ClosingRefusals.custodyIsTakenOnce.refusal(needed.citation))
        }
        if actor.role != .ownersBody, actor.role != .community {
            reasons.append(ClosingRefusals.custodyIsTakenByItsKeeper.refusal(needed.citation))
        }
        return Decision(reasons: reasons, under: [needed.citation])
    }

    /// Refusals of what is recorded before acceptance, after closing, or dated before acceptance.
    static func early(
        _ facts: ClosingFacts, _ day: BusinessDay, _ citation: Citation
    ) throws(PolicyFault) -> [Refusal] {
        guard let acceptedOn = facts.project.acceptedOn else {
            return [ClosingRefusals.followsTheCertificate.refusal(citation)]
        }
        if facts.project.projectState == "S23" { return [ClosingRefusals.waitsNoMore.refusal(citation)] }
        guard day >= acceptedOn else {
            return [
                ClosingRefusals.isDatedAfterAcceptance.refusal(
                    citation, missing: [Words("验收日 \(acceptedOn)", "accepted on \(acceptedOn)")])
            ]
        }
        return []
    }

    static func names(of records: [PolicyRecord]) throws(PolicyFault) -> [Words] {
        var names = [Words]()
        for record in records { names.append(try record.words()) }
        return names
    }
}

/// The gate's requirements, one function each.
extension ClosingRules {
    private static func handovers(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let decision = try HandoverRules.completing(facts.project, under: policy)
        return .init(
            "handovers", Words("设施全部移交", "all facilities handed over"),
            decision.refusals.isEmpty ? .met : .missing,
            source: try policy.bool("handover.close_requires_all").citation,
            refusal: decision.refusals.first)
    }

    private static func filing(
        _ record: PolicyRecord, _ facts: ClosingFacts
    ) throws(PolicyFault) -> Gate.Requirement {
        let words = try record.words()
        let facility = record.has("facility") ? try record.text("facility") : nil
        if let found = facts.filings.first(where: { $0.kind == record.id }) {
            return .init(
                "filing.\(record.id)", words, .met,
                evidence: [Words("\(found.filedOn) \(found.number)", "\(found.filedOn) \(found.number)")],
                source: record.citation)
        }
        if let facility, facts.project.states[facility] == .notApplicable {
            return .init("filing.\(record.id)", words, .notApplicable, source: record.citation)
        }
        return .init(
            "filing.\(record.id)", words, .missing, source: record.citation,
            refusal: ClosingRefusals.waitsForFilings.refusal(record.citation, missing: [words]))
    }

    private static func accounts(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let citation = try policy.texts("final_accounts.recorders").citation
        return .init(
            "final_accounts", Words("竣工财务决算经财政审核", "final accounts approved by finance"),
            facts.account == nil ? .missing : .met,
            evidence: facts.account.map {
                [Words("\($0.number)，\($0.total.forPeople) 元", "\($0.number), \($0.total.yuan) yuan")]
            } ?? [], source: citation,
            refusal: facts.account == nil ? ClosingRefusals.waitsForFinalAccounts.refusal(citation) : nil)
    }

    private static func balances(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let citation = try policy.bool("funding.true_up").citation
        let wanting = (facts.account?.resident).map { $0 - facts.balances.due }
        let isMet = facts.balances.open == 0 && wanting == .zero
        var missing = [Words]()
        if facts.balances.open > 0 {
            missing.append(
                Words("未结清 \(facts.balances.open) 户", "\(facts.balances.open) households are not settled"))
        }
        if let wanting, wanting != .zero {
            missing.append(
                Words("尚有 \(wanting.forPeople) 元未分摊到户", "\(wanting.yuan) yuan are laid on no household"))
        }
        return .init(
            "true_up", Words("居民资金多退少补", "households' balances settled"), isMet ? .met : .missing,
            evidence: [Words("已结清 \(facts.balances.settled) 户", "\(facts.balances.settled) settled")],
            source: citation,
            refusal: isMet ? nil : ClosingRefusals.waitsForTrueUp.refusal(citation, missing: missing))
    }

    /// A record that the place asks for at the end: an evaluation, an audit, a statement.
    ///
    /// - Source: 杭政办函〔2022〕10号 一（二）4, HZ-01-4, 三（三）3, HZ-11; 西湖区 一（二）4, XH-01-3; 岳阳市征求意见稿 八（五）, YY-11-5
    private static func paper(
        _ record: PolicyRecord, _ facts: ClosingFacts
    ) throws(PolicyFault) -> Gate.Requirement {
        let words = try record.words()
        let stands = facts.papers.contains(record.id)
        return .init(
            "paper.\(record.id)", words, stands ? .met : .missing, source: record.citation,
            refusal: stands ? nil : ClosingRefusals.waitsForPapers.refusal(record.citation, missing: [words]))
    }

    private static func papers(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let citation = try policy.bool("handover.papers_filed").citation
        var missing = facts.undelivered.map { kind in
            FacilityKind(rawValue: kind)?.words ?? Words(kind, kind)
        }
        if !facts.areOwnersPapersDelivered { missing.append(Words("业主委员会或物业", "the owners' side")) }
        return .init(
            "papers_delivered", Words("验收资料移交并备案", "acceptance papers handed on and filed"),
            missing.isEmpty ? .met : .missing, source: citation,
            refusal: missing.isEmpty
                ? nil : ClosingRefusals.waitsForPapersDelivered.refusal(citation, missing: missing))
    }

    private static func special(_ facts: ClosingFacts, _ citation: Citation) -> Gate.Requirement {
        let open = facts.openSpecialWorks.map { Words($0, $0) }
        return .init(
            "special_works", Words("专项工程移交和维修养护", "special works handed over and kept"),
            open.isEmpty ? .met : .missing, source: citation,
            refusal: open.isEmpty
                ? nil : ClosingRefusals.waitsForSpecialWorks.refusal(citation, missing: open))
    }

    private static func management(
        _ facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let forms = try policy.records("closing.management_forms")
        return .init(
            "management_form", Words("长效管理形式", "management afterwards"),
            facts.management == nil ? .missing : .met,
            evidence: facts.management.map { [Words($0.manager, $0.manager)] } ?? [], source: forms.citation,
            refusal: facts.management == nil
                ? ClosingRefusals.waitsForManagementForm.refusal(
                    forms.citation, missing: try names(of: forms.value)) : nil)
    }

    private static func warranty(
        _ works: KeptWorks, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let keys = ["heating": "warranty.seasons.heating", "structure": "warranty.term.structure"]
        let citation = try policy.value(keys[works.kind] ?? "warranty.years.\(works.kind)").citation
        let name = Warranty.words(of: works.kind)
        let id = "warranty.\(works.kind)"
        if let keeper = works.keeper {
            return .init(
                id, name, .met, evidence: [Words("由 \(keeper) 接管", "taken on by \(keeper)")], source: citation
            )
        }
        guard let end = works.effectiveEnd else {
            return .init(
                id, name, .missing, source: citation,
                refusal: ClosingRefusals.waitsForWarranties.refusal(
                    citation,
                    missing: [
                        Words(
                            "\(name.zh)：名义到期 \(works.nominalEnd)，该年工作日历尚未公布",
                            "\(name.en): nominally to \(works.nominalEnd), whose calendar is not published")
                    ]))
        }
        let ends = Words("\(name.zh)：至 \(end)（含）", "\(name.en): to \(end) inclusive")
        guard day > end else {
            return .init(
                id, name, .missing, source: citation,
                refusal: ClosingRefusals.waitsForWarranties.refusal(citation, missing: [ends]))
        }
        return .init(id, name, .met, evidence: [ends], source: citation)
    }
}
