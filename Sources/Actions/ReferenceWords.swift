import PQ
package import Values

/// What a request names when a foreign key finds nothing there (引用对象), by the table that was looked into.
package enum ReferenceWords {
    package static let nouns: [String: Words] = [
        "clock": Words("时限", "a deadline"),
        "calendar_day": Words("日历中的一天", "a published day"),
        "district": Words("区", "the district"), "organisation": Words("单位", "a unit"),
        "webhook": Words("推送订阅", "a webhook"), "contact": Words("联系方式", "a contact"),
        "message": Words("消息", "a message"), "notice_setting": Words("通知设置", "a setting of notices"),
        "quiet_hours": Words("免打扰时段", "quiet hours"),
        "person": Words("人员", "a person"), "appointment": Words("任职", "an appointment"),
        "routine": Words("定期工作", "a bulletin or meeting"),
        "identity_provider": Words("身份提供方", "a provider of identities"),
        "signing_key": Words("签名密钥", "a signing key"), "token": Words("令牌", "a token"),
        "entry": Words("事件", "an event"),
        "edition": Words("政策版本", "an edition of the policy"),
        "number": Words("政策数值", "a number of the policy"),
        "determination": Words("认定", "a determination"), "file": Words("文件", "a file"),
        "paper": Words("材料", "a paper"), "community": Words("小区", "a community"),
        "project": Words("项目", "a project"), "works_item": Words("改造内容", "an item of the works"),
        "receipt": Words("缴款", "a receipt"), "package": Words("标段", "a package"),
        "contract": Words("合同", "a contract"), "tender_award": Words("中标结果", "an award"),
        "termination_proposal": Words("解除合同的提议", "a proposed end of a contract"),
        "scheme_reduction": Words("方案内容调减的申请", "a request to build less than the scheme"),
        "bill_line": Words("清单项", "a bill line"),
        "daily_log": Words("日志", "a daily log"), "inspection_lot": Words("检验批", "an inspection lot"),
        "payment_claim": Words("进度款申请", "a payment claim"), "issue": Words("居民问题", "a resident's issue"),
        "change_order": Words("工程变更", "a change order"),
        "acceptance_round": Words("验收轮次", "an acceptance round"),
        "acceptance_seat": Words("验收席位", "an acceptance seat"),
        "acceptance_sitting": Words("席位人员", "the holder of a seat"),
        "acceptance_dossier": Words("验收案卷", "a dossier"), "handover": Words("设施移交", "a handover"),
        "warranty": Words("保修项目", "a warranty"), "filing": Words("备案登记", "a filing"),
        "retention": Words("质量保证金约定", "a retention"),
        "site_staff": Words("项目管理人员", "staff of the site"),
        "archive_package": Words("归档包", "an archive package"),
        "archive_volume": Words("归档卷", "a volume of an archive package"),
        "role_reach": Words("角色的项目范围", "the reach of a role"),
        "register_import": Words("名册导入", "an import of the register"),
        "register_owner": Words("业主", "an owner"), "register_unit": Words("房屋", "a unit of the register"),
        "ballot": Words("表决", "a ballot"), "ballot_question": Words("表决事项", "a question of a ballot"),
        "ballot_slip": Words("表决票", "a slip"), "ballot_count": Words("计票", "a count"),
        "gate": Words("闸口", "a gate of jobs"), "schedule": Words("定期作业", "a schedule"),
    ]

    /// The noun of the table that PostgreSQL looked into, where its detail names it.
    ///
    /// The detail reads `Key (…)=(…) is not present in table "name"`.
    static func words(of failure: Failure) -> Words? {
        guard let detail = failure.detail, let start = detail.firstRange(of: "in table \""),
            let end = detail[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return nouns[String(detail[start.upperBound..<end])]
    }
}
