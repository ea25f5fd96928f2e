/// What happened, for everybody (办理事项): an event's type in words.
enum PublicEventWords {
    static func title(of type: String) -> String {
        if let words = exact[type] { return words }
        let noun = type.prefix { $0 != "." }
        return nouns[String(noun)].map { $0 + "：办理" } ?? type
    }

    private static let exact: [String: String] = [
        "project.import": "导入小区和已批准的方案", "project.open_account": "开设资金专用账户",
        "project.register": "登记小区和项目", "survey_record.add": "登记摸底数据", "scope.find": "认定改造范围",
        "owners_body.record": "登记业委会或自治小组", "compliant_kind.state": "登记已达标的必选内容",
        "scheme.record": "录入方案并测算资金", "participant_opinion.record": "登记会商、联审意见",
        "procedure.decide": "会商确定审批程序", "plan_submission.record": "申报改造计划",
        "project.set_code": "登记投资项目代码", "gate_exception.ask": "申请例外", "gate_exception.decide": "决定例外",
        "posting.put": "张贴公示", "posting.take_down": "公示撤下", "objection.raise": "业主提出异议",
        "objection.close": "办结异议",
        "ballot.open": "发起表决", "ballot.count": "表决计票", "ballot.recount": "复核计票", "ballot.call_off": "取消表决",
        "consultation.record": "征求意见",
        "project.launch": "项目启动", "plan_approval.record": "年度计划逐级同意", "project.advance": "进入下一阶段",
        "budget.record": "登记批准的概算", "budget.adjust": "登记经批准的概算调整",
        "package.add": "登记标段", "package.reestimate": "调整标段估算",
        "tender.determine": "招标认定", "contract.sign": "签订合同", "delivery_mode.choose": "选定建设模式",
        "engagement.record": "登记参建单位", "engagement.end": "参建单位退出",
        "project.start": "开工", "daily_log.record": "填报施工日志", "daily_log.submit": "提交施工日志",
        "daily_log.approved": "施工日志审核通过", "daily_log.rejected": "施工日志退回",
        "inspection_lot.plan": "划分检验批", "inspection_lot.notified": "检验批报验",
        "inspection_lot.covering_notice": "隐蔽前通知", "inspection_lot.passed": "检验批验收合格",
        "inspection_lot.failed": "检验批验收不合格",
        "payment_claim.submit": "申请进度款", "payment_claim.opinion": "进度款跟踪审计意见",
        "payment_claim.certify": "审核进度款", "payment_claim.reject": "退回进度款申请",
        "volunteer.appoint": "聘任民间监理员", "change_order.draft": "起草工程变更",
        "change_order.expire": "工程变更逾期失效",
        "change_order.submit": "提交工程变更", "change_order.opinion": "工程变更意见",
        "change_order.withdraw": "撤回工程变更", "change_order.implement": "工程变更已实施",
        "change_order.owner_decision": "建设单位决定工程变更", "change_order.district_decision": "区级决定工程变更",
        "change_order.close": "工程变更办结", "project.report_completion": "报告完工",
        "acceptance.answer": "填写竣工验收条件", "acceptance.call": "通知联合竣工验收", "acceptance.seat": "安排验收席位",
        "acceptance.freeze_dossier": "封存验收案卷", "acceptance.opinion": "签署验收意见",
        "acceptance.dispute": "登记验收意见不一致", "acceptance.settle": "登记验收分歧协调结果",
        "acceptance.certify": "出具验收证书", "acceptance.failed": "联合竣工验收未通过", "acceptance.called_off": "取消本次验收",
        "handover.plan": "登记设施移交", "handover.set_receiver": "登记接收单位", "handover.sign": "签署共同验收",
        "handover.send_documents": "送交移交资料", "handover.receipt": "签收移交资料", "handover.confirm": "确认接收设施",
        "handover.refuse": "拒收设施", "handover.reopen": "重新办理移交", "handover.exempt": "提出或确认不适用",
        "project.complete_handover": "移交全部完成", "project.begin_warranty": "进入保修", "project.close": "项目销号",
        "closing.file": "登记备案、归档", "closing.fix_accounts": "登记竣工财务决算", "closing.true_up": "居民资金多退少补",
        "closing.deliver_papers": "移交验收资料并备案", "closing.set_management": "登记改造后管理形式",
        "closing.take_on": "接管保修期内的工程", "clock.computed": "补算到期日",
    ]

    private static let nouns = [
        "change_order": "工程变更", "acceptance": "联合竣工验收", "handover": "设施移交", "inspection_lot": "检验批",
        "daily_log": "施工日志", "payment_claim": "进度款", "project": "项目",
    ]
}
