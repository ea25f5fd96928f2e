package import Values

/// What the keys of the packs speak of (规定的名称), family by family: what a clerk reads where the packs give no answer.
///
/// The key itself stands beside it, in a field of the answer, for whoever keeps the packs.
package enum KeyFamilies {
    /// The name of what a key rules on; nil where its family has none here, which a test does not let pass.
    package static func words(of key: String) -> Words? {
        table[key] ?? key.split(separator: ".").first.flatMap { table[String($0)] }
    }

    /// A family is what stands before the first point; a whole key stands for itself.
    private static let table: [String: Words] = {
        var table = [String: Words]()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2)
            if parts.count == 3 { table[String(parts[0])] = Words(String(parts[1]), String(parts[2])) }
        }
        return table
    }()

    private static let text = """
        acceptance 竣工验收 acceptance of the works
        accident 工程事故 accidents
        accounts 资金专户 special accounts
        affordable 保障性住房 affordable housing
        annual_plan 年度计划 the annual plan
        approval 审批材料 papers of the approvals
        archive 工程档案 the archive
        assessment 绩效评价 the assessment
        audit 审计 audits
        ballot 业主表决 ballots
        body 机关职责 bodies and their tasks
        bond 保证金 bonds
        bulletin 通报 bulletins
        change 工程变更 changes of the works
        clock 期限提醒 reminders of terms
        closing 项目收尾 the closing of a project
        code 统一代码 codes
        compare 比例计算 how ratios are compared
        consent 业主同意 the owners' consent
        consultation 会商 the consultation
        contract 合同 contracts
        defect_liability 缺陷责任 liability for defects
        delivery 承发包方式 the way of delivery
        disturbance 施工扰民 disturbance by works
        division 行政区划代码 division codes
        drawings 施工图审查 the review of drawings
        edition 规则版次 editions of the packs
        filing 备案 filings
        final_accounts 竣工决算 final accounts
        fire_filing 消防备案 fire-safety filings
        front 前期事项登记 records of the front of the process
        funding 资金筹集 funding
        handover 移交管护 handover
        inspection 检查 inspections
        investment 政府投资管理 government investment
        issue 问题整改 issues and their mending
        launch 项目启动 the launch
        log 施工日志 site logs
        meeting 会议 meetings
        money 金额计算 how amounts are computed
        nodig 道路开挖限制 the ban on digging up roads
        notice 公告期限 terms of notices
        organisation 组织机构 the organisations
        oversight 监督 oversight
        paper 材料 papers
        participation 各方参与 who takes part
        payment 工程款支付 payments
        period 期限计算 how terms are counted
        permit 施工许可 permits
        pipeline 管线改造 pipelines
        plan 改造方案 the renovation plan
        plan_review 计划联审 the review of the plan
        procedure 审批程序 procedures
        procurement 采购 procurement
        programme 改造计划期间 the programme
        project 项目 the project
        projects 项目程序和各关口要求 the project's steps and what its gates ask for
        property_bond 物业保修金 the property warranty bond
        publicity 公示 publicity
        quality 工程质量 the quality of works
        reason 理由说明 reasons given
        rebuild 拆改结合 rebuilding
        receipt 资金到账 receipts
        register 业主户册 the register of owners
        report 报告 reports
        retention 质量保证金 retention
        reward 奖补 rewards
        rounds 征询轮次 rounds of consultation
        routines 日常工作 routines
        rules 规则的关系 how rules stand to each other
        scheme 改造方案 the scheme
        scope 改造范围 the scope of renovation
        special_works 专项工程 special works
        staff 人员配备 staff
        start 开工条件 the start of works
        subsidy 财政补助 subsidies
        supervision 工程监理 supervision
        survey 摸底调查 the survey
        tender 招标投标 tenders
        use 资金使用 the use of money
        utility 管线单位 utilities
        visits 回访 visits
        wages 农民工工资 workers' wages
        warranty 质量保修 warranties
        works 改造内容 the works
        yearly 年度资金 the year's money
        """
}
