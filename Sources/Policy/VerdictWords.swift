package import Values

/// What the words of an answer mean (结论用语), for whoever does not read tokens.
package enum VerdictWords {
    /// A verdict, a reason or a part of one; nil where the text is a value of its own.
    package static func words(_ token: String) -> Words? { table[token] }

    /// What a field of an answer is called; nil where its name is shown as it is.
    package static func name(_ field: String) -> Words? { names[field] }

    /// One sentence for an answer: the question, its verdict, and why or in which parts; nil where figures alone answer.
    static func sentence(_ fields: [String: JSON], to question: Question) -> Words? {
        var said = verdict(fields, to: question)
        for part in ["quorum", "local", "statute", "clause", "reason"] {
            guard let value = told(fields[part], question), let name = name(part) else { continue }
            said.append(Words(name.zh + value.zh, name.en + ": " + value.en))
        }
        if fields["above_law"] == true, let most = fields["max_months"].map(Reason.shown) {
            said.append(Words("约定的月数超过规定的最长 \(most) 个月", "longer than the \(most) months at most"))
        }
        if said.isEmpty {
            said = fields.sorted { $0.key < $1.key }.compactMap { id, value in
                guard let verdict = told(value, question) else { return nil }
                let name = name(id) ?? Words(id, id)
                return Words("\(name.zh) \(verdict.zh)", "\(name.en): \(verdict.en)")
            }
        }
        guard !said.isEmpty else { return nil }
        // What cannot be reckoned yet has no provisional answer either.
        let isProvisional =
            fields["provisional"] == true && fields["determination"] != "calendar_not_loaded"
        return Words(
            question.words.zh + "：" + said.map(\.zh).joined(separator: "，") + (isProvisional ? "（暂定）" : ""),
            question.words.en + ": " + said.map(\.en).joined(separator: ", ")
                + (isProvisional ? " (provisional)" : ""))
    }

    /// The verdict; where fewer days were asked than the rules have, what the rules come to stands beside it.
    private static func verdict(_ fields: [String: JSON], to question: Question) -> [Words] {
        let verdict = told(fields["determination"] ?? fields["overall"], question)
        guard fields["below_law"] == true, let least = fields["law_minimum"].map(Reason.shown) else {
            return verdict.map { [$0] } ?? []
        }
        let short = Words("所问的天数少于规定的最低数 \(least)", "fewer than the \(least) that the rules ask for")
        let asked = verdict.map { Words("仅就所问的天数而言\($0.zh)", "by what was asked alone \($0.en)") }
        let byLaw = fields["by_law"]?.object ?? [:]
        let lawful: [Words]
        if let found = told(byLaw["determination"], question) {
            lawful = [Words("按规定\(found.zh)", "by the rules \(found.en)")]
        } else {
            lawful = byLaw.sorted { $0.key < $1.key }.compactMap { id, value in
                guard let name = name(id) else { return nil }
                let shown = Reason.shown(value)
                return Words("按规定\(name.zh) \(shown)", "by the rules \(name.en) \(shown)")
            }
        }
        return [short] + lawful + (asked.map { [$0] } ?? [])
    }

    private static func told(_ value: JSON?, _ question: Question) -> Words? {
        value?.text.flatMap { question.says[$0] ?? words($0) }
    }

    private static let table: [String: Words] = [
        "advisory": Words("建议，不作硬性要求", "advised, not required"),
        "allowed": Words("可以", "allowed"),
        "accepted_on_report_day": Words("报告当日即通过验收", "accepted on the day of the report"),
        "below_minimum": Words("低于最低标准", "below the minimum"),
        "blocked": Words("不可以", "blocked"),
        "blocked_pending_exception": Words("不可以，除非另获批准", "blocked unless an exception is approved"),
        "budget_adjustment_required": Words("须先调整概算", "the budget has to be adjusted first"),
        "calendar_not_loaded": Words("该年的工作日安排未收录，暂不能计算", "the working days of that year are not held"),
        "character_set": Words("含有不允许的字符", "a character that is not allowed"),
        "check": Words("校验位不符", "the check digit is wrong"),
        "complete": Words("齐全", "complete"),
        "eligible": Words("符合条件", "eligible"),
        "excluded_in_principle": Words("原则上不纳入", "left out in principle"),
        "expired": Words("已过期", "expired"),
        "expected_check": Words("应为的校验位", "the check digit that is expected"),
        "extend": Words("须顺延投标截止时间", "the deadline has to be moved"),
        "fail": Words("不通过", "not passed"),
        "format_invalid": Words("格式不正确", "the form is wrong"),
        "format_ok": Words("格式正确", "the form is right"),
        "government_procurement": Words("另按政府采购规定办理", "government procurement applies besides"),
        "in_warranty": Words("在保修期内", "in warranty"),
        "ineligible": Words("不符合条件", "not eligible"),
        "invalid": Words("无效", "invalid"),
        "late": Words("逾期", "late"),
        "length": Words("位数不对", "the length is wrong"),
        "month": Words("月份不存在", "there is no such month"),
        "must_tender": Words("必须招标", "has to be tendered"),
        "needs_source": Words("所依据的文件未收录，不能判定", "the text that decides is not held"),
        "no_city_subsidy": Words("没有市级补助", "no subsidy of the city"),
        "no_rule_here": Words("本地没有这项规定", "this place has no such rule"),
        "no_own_code": Words("没有单独的代码", "it has no code of its own"),
        "not_mandatory": Words("不强制招标", "need not be tendered"),
        "not_verified": Words("未核验", "not verified"),
        "ok": Words("符合要求", "as it has to be"),
        "on_time": Words("按时", "in time"),
        "override_required": Words("须经批准例外", "an exception has to be approved"),
        "pass": Words("通过", "passed"),
        "pattern": Words("与现行样式不符", "not of the present form"),
        "provisional": Words("暂定", "provisional"),
        "rate": Words("按下列比例", "at the rate below"),
        "report_required": Words("须报告原审批部门", "the approving body has to be told"),
        "rule_not_in_force": Words("当日没有施行中的规定", "no rule was in force on that day"),
        "valid": Words("有效", "valid"),
    ]

    private static let names: [String: Words] = [
        "also_check": Words("另须核对", "check besides"),
        "assumes": Words("前提", "assumes"),
        "base": Words("基数", "base"),
        "base_day": Words("起算日", "base day"),
        "binding": Words("具约束力", "binding"),
        "cap": Words("上限", "cap"),
        "clause": Words("合同条款", "clause"),
        "date_of_fact": Words("适用规定的日期（事实发生日）", "day of the fact"),
        "days_late": Words("逾期天数", "days late"),
        "detail": Words("说明", "detail"),
        "due": Words("期限", "due"),
        "earliest": Words("最早日期", "earliest"),
        "earliest_next": Words("最早可进入下一步", "earliest next step"),
        "effective": Words("顺延后的期限", "effective"),
        "effective_end": Words("顺延后的截止日", "effective end"),
        "key": Words("规定的键", "key"),
        "last_day": Words("最后一日", "last day"),
        "latest_notice": Words("最迟通知日", "latest notice"),
        "law_minimum": Words("法定最低数", "least by law"),
        "local": Words("本地规定", "local rule"),
        "max": Words("最高", "at most"),
        "max_months": Words("最长月数", "months at most"),
        "needs": Words("缺少的文件", "needs"),
        "new_deadline_not_before": Words("新截止时间不早于", "new deadline not before"),
        "nominal": Words("名义期限", "nominal"),
        "nominal_end": Words("名义截止日", "nominal end"),
        "overall": Words("结论", "overall"),
        "place": Words("地区", "place"),
        "quorum": Words("参与表决的面积和人数", "quorum of area and heads"),
        "rate": Words("比例", "rate"),
        "reason": Words("原因：", "reason"),
        "regime": Words("适用法律", "regime"),
        "source": Words("依据", "source"),
        "statute": Words("法律", "statute"),
        "subsidy": Words("补助（元）", "subsidy"),
        "total": Words("合计", "total"),
        "year": Words("年份", "year"),
    ]
}
