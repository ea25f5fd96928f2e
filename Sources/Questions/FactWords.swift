import Values

/// What the facts of the questions are called on a page (事实名称).
package enum FactWords {
    /// The name of a fact in Chinese; nil where none stands here, which a test does not let pass.
    package static func words(_ fact: String) -> String? { table[fact] }

    private static let table: [String: String] = {
        var table = [String: String]()
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: " ", maxSplits: 1)
            if halves.count == 2 { table[String(halves[0])] = String(halves[1]) }
        }
        return table
    }()

    private static let text = """
        accepted 验收合格日期
        account 已开立专用账户
        addressed 方案已回应的方面和内容
        affects_bids 可能影响投标文件编制
        against 不同意的参加单位
        agent_fee 代建管理费（元）
        agreed 业主已决定同意
        agreed_months 合同约定的月数
        amount 金额（元）
        application_day 申请进入下一步的日期
        approved_budget 批准的概算（元）
        area 建筑面积（㎡）
        area_name 片区名称
        area_part 参与表决的面积（㎡）
        area_total 专有部分总面积（㎡）
        area_yes 同意的面积（㎡）
        as_of 提问所按的日期
        asked 询问的事项
        assessed 经考评
        attachments 已张贴的附件
        band 幅度
        barrier_free_accepted 无障碍设施验收通过
        base 基数（元）
        base_cost 基础费用（元）
        body_formed 已成立业主组织
        bought_on 采购日期
        budget 概算（元）
        budget_funds 预算资金（元）
        change 变化比例
        channel 出资渠道
        checked 核实完成日期
        city 所属城市
        claim 报修日期
        clarified 澄清发出日期
        clock 期限名称
        closed 表决截止日期
        code 代码
        combinable 可以合并采购
        committed 已签合同合计（元）
        completed 建成日期
        completed_on 附件张贴齐全日期
        concerns 投诉事项（招标文件、开标、评标结果等）
        construction_qualified 有施工资质
        consultant 咨询单位
        contingency 预备费（元）
        contract_years 合同约定年数
        contractor 承包单位
        contributions 居民出资各项
        control_links 控制关系
        count 数量
        counted_on 统计日期
        danger_class 房屋危险等级
        days 天数
        deadline 投标截止日期
        delta 变更金额（元）
        design_life 设计合理使用年限
        design_qualified 有设计资质
        distinct_owners 业主人数
        district 所在区
        district_input 区级投入（元）
        documents 已备齐的材料序号
        done 已完成个数
        elevator 加装电梯
        emergency 属于抢修
        estimate 估算价（元）
        event 事件日期
        excavation 开挖费用（元）
        exception_approved 例外已获批准
        excluded 不计入的费用（元）
        feasibility_approved 可行性研究已批准
        feasibility_estimate 可研批复的估算（元）
        final_accounts 决算金额（元）
        from 起始日期
        goods 货物部分（元）
        government_project 政府投资项目
        groups 分组
        held 已有的材料、意见和步骤
        hollow_slab_hazard 空斗墙、预制板隐患
        households_total 总户数
        households_yes 同意户数
        housing 房屋类型
        id 编号
        illegal_building_ok 违法建筑已处置
        in_annual_expropriation 列入当年征收计划
        in_demolition_range 在拆迁范围内
        investment 总投资（元）
        item 品目或类别
        jurisdiction 地区
        kind 类别
        large_enterprise 承包单位为大型企业
        last_renovated 上次综合改造完成日期
        left_out 不做的内容及理由
        level 等级（0 为特级）
        level_asked 要求的最低等级（0 为特级）
        lots 标段
        matter 表决事项类别
        measures 已落实的措施
        members 联合体成员
        min_days 最少天数
        min_workdays 最少工作日
        months 月数
        name 名称
        no_money_reason 居民不出资的理由
        notice 公告或通知日期
        objection_answered 异议答复的日期
        objection_raised 提出异议的日期
        open_objections 未调解完的异议（件）
        open_tender 采用公开招标
        opened 表决开始日期
        opened_on 开标日期
        other 其他费用（元）
        owner 建设单位
        owner_delay 因建设单位原因延误
        owner_fee 建设单位管理费（元）
        owners_decision 业主的决定
        paid 已缴（元）
        performance_bond_held 已收履约保证金
        persons_part 参与表决人数
        persons_total 业主总人数
        persons_yes 同意人数
        plan_entry 列入计划日期
        plan_year 计划年度
        planned 计划列入的个数
        planned_expropriation 计划征收日期
        poor_infrastructure 配套设施落后
        poor_property_mgmt 物业管理薄弱
        possession 转移占有日期
        posted 张贴日期
        predesign_documents_published 前期文件已公开
        preliminary_design_approved 初步设计已批准
        project_roles 各项目角色的单位
        purchases 各次采购
        purpose 表决用途（征求意愿、改造方案或其他）
        ref_date 认定基准日
        relocation 迁改费用（元）
        reminded 催告日期
        report_filed 竣工报告提交日期
        request 申请施工日期
        requested 申请返还日期
        required 须张贴或缴纳的内容
        requirement 关口要求的编号
        score 考核得分（百分制）
        services 服务部分（元）
        settlement 结算价（元）
        settlement_basis 结算依据
        signed 合同签订日期
        signed_by 已签字的各方
        simplification_ref 简化审批的文号
        simplified 简化审批
        soe_dominant 国有资金占主导
        speciality 专业
        stages 有居民参与记录的阶段
        start 起算日期
        streets 各街道
        strong_will 改造意愿强烈
        submitted 上报日期
        threshold 限额（元）
        to 截止日期
        total_investment 总投资（元）
        units 专有部分
        value 金额或折价（元）
        wages_owed 拖欠工资
        workdays 工作日数
        works 工程费用（元）
        works_done 工程已完工
        yes 同意
        """
}
