"""Start, daily logs against the bill, inspection lots, a payment, a resident's issue, a change order, completion."""

import base64
import struct
import zlib

from projects import paper
from tendering import LOT1, LOT2, contract


def photo(colour):
    """A small PNG in one colour: a real picture, made here."""
    row = b"\0" + bytes(colour) * 16
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(row * 16)) + chunk(b"IEND", b""))
    return base64.b64encode(data).decode()


def log(w, key, lot, day, quantities, section="全部"):
    return {"id": w.id("log:" + key), "contract": w.id("contract:" + lot), "section": section, "logged_on": day,
            "headcount": 18, "weather": "晴", "submit": True, "photos": [photo((180, 120, 60))],
            "quantities": [{"bill_line": w.id("bill:" + code), "quantity_milli": milli} for code, milli in quantities]}


def share(w, codes, part):
    return [(code, w.items[code]["quantity_milli"] * part // 100) for code in codes]


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("开工")
    w.today("2026-05-06T08:00:00+08:00")
    paper(w, "street", "quality_supervision", "工程质量监督登记", "2026-05-04")
    w.refused("没有施工许可证就开工（造价超过免办限额）", "street", "POST", base + "/start", {"began_on": "2026-05-06"},
              code="works_start_waits_for_permit", rule="PER-1")
    paper(w, "street", "permit", "建筑工程施工许可证", "2026-05-05")
    w.do("开工", "street", "POST", base + "/start", {"began_on": "2026-05-06"})
    w.refused("只签了一标段就想报告完工：方案里二标段的 7 项没有签约", "builder", "POST", base + "/report-completion", {},
              code="completion_waits_for_quantities", rule="QLT-02")
    w.do("公开招标后与温州江滨市政工程有限公司签约 3,850,000.00 元，清单 7 项", "street", "POST",
         f"/v1/packages/{w.id('lot2')}/contract",
         contract(w, "lot2", "温州江滨市政工程有限公司", 385_000_000, "public_tender", LOT2, day="2026-05-06"))

    w.chapter("施工日志与进度")
    w.today("2026-05-29T18:00:00+08:00")
    for key, lot, login, codes in [("a1", "lot1", "builder", LOT1), ("b1", "lot2", "builder2", LOT2)]:
        w.do(f"施工单位（{lot}）填报 5 月 29 日日志，完成清单各项的 40%", login, "POST", base + "/logs",
             log(w, key, lot, "2026-05-29", share(w, codes, 40)))
        w.do("监理审核日志", w.late_person["login"], "POST", f"/v1/logs/{w.id('log:' + key)}/approve", {})
    over = w.items["A02"]["quantity_milli"] * 60 // 100 + 1
    w.refused("雨污管网再报 720.001 米，超出合同量 0.001 米", "builder", "POST", base + "/logs",
              log(w, "over", "lot1", "2026-05-29", [("A02", over)], section="雨污管网"),
              code="log_quantity_stays_within_bill")

    w.chapter("居民问题")
    w.today("2026-06-03T09:00:00+08:00")
    w.do("社区聘任民间监理员戴师傅", "community", "POST", base + "/volunteers",
         {"id": w.id("volunteer"), "person": w.people["volunteer"], "skills": ["给排水", "电气"]})
    issue = f"/v1/issues/{w.id('issue')}"
    w.do("居民王阿姨上报：3 幢楼梯口沟槽未围挡，附照片", "resident", "POST", base + "/issues",
         {"id": w.id("issue"), "kind": "safety", "place": "3 幢北侧", "description": "沟槽没有围挡，老人差点踩空。",
          "photos": [photo((200, 40, 40))]})
    w.refused("街道对居民的报告不予受理", "street", "POST", issue + "/reject", {"reason": "沟槽已有警示标志，不予受理"},
              code="issue_is_not_eased_by_its_builder", rule="HOUSE-OVS-12")
    minor(w, base)
    w.do("社区受理，定为一级（严重）", "community", "POST", issue + "/accept", {"severity": "S1"})
    w.do("交办施工单位", "community", "POST", issue + "/assign", {"organisation": w.units["温州瓯江建设有限公司"]})
    w.do("施工单位开始整改", "builder", "POST", issue + "/begin", {})
    anonymous(w)

    w.chapter("工程变更：原则上不允许")
    w.today("2026-06-08T09:00:00+08:00")
    change_order(w)
    w.leave("works")

    w.chapter("完工")
    w.today("2026-09-08T17:00:00+08:00")
    w.refused("工程量只完成 40% 就报告完工", "builder", "POST", base + "/report-completion", {},
              code="completion_waits_for_quantities", rule="QLT-02")
    for key, lot, login, codes in [("a2", "lot1", "builder", LOT1), ("b2", "lot2", "builder2", LOT2)]:
        rest = [(c, w.items[c]["quantity_milli"] - w.items[c]["quantity_milli"] * 40 // 100) for c in codes]
        if lot == "lot1":
            rest = [(c, q + (40_000 if c == "A02" else 0)) for c, q in rest]
        w.do(f"施工单位（{lot}）填报剩余工程量，监理审核", login, "POST", base + "/logs",
             log(w, key, lot, "2026-09-08", rest))
        w.quiet(w.late_person["login"], "POST", f"/v1/logs/{w.id('log:' + key)}/approve", {})
        lot_id = w.id("inspection:" + lot)
        w.quiet(login, "POST", base + "/inspection-lots",
                {"id": lot_id, "contract": w.id("contract:" + lot), "code": "JYP-" + lot, "title": "检验批 " + lot,
                 "hidden": False})
        w.quiet(login, "POST", f"/v1/inspection-lots/{lot_id}/notify", {})
        w.do("检验批报验，专业监理工程师验收合格", w.late_person["login"], "POST", f"/v1/inspection-lots/{lot_id}/pass",
             {"finding": "主控项目全部合格"})
    claim = f"/v1/payment-claims/{w.id('claim')}"
    lot1 = f"/v1/contracts/{w.id('contract:lot1')}"
    w.refused("约定预留 5% 质量保证金、缺陷责任期三年", "street", "POST", lot1 + "/retention",
              {"share": "5/100", "months": 36, "evidence": "专用条款 17.3", "agreed_on": "2026-04-20"},
              code="retention_stays_within_the_share", rule="RET-1")
    w.do("登记质量保证金约定：3%，缺陷责任期 24 个月", "street", "POST", lot1 + "/retention",
         {"share": "3/100", "months": 24, "evidence": "专用条款 17.3", "agreed_on": "2026-04-20"})
    w.do("一标段申请进度款", "builder", "POST", f"/v1/contracts/{w.id('contract:lot1')}/payment-claims",
         {"id": w.id("claim"), "lines": [{"bill_line": w.id("bill:" + c), "quantity_milli": w.items[c]["quantity_milli"]}
                                         for c in LOT1]})
    w.do("跟踪审计出具意见", "auditor", "POST", claim + "/opinion",
         {"id": w.id("paper:claim-opinion"), "title": "跟踪审计意见", "dated": "2026-09-08"})
    w.do("监理审核进度款", w.late_person["login"], "POST", claim + "/certify", {})
    paid = w.do("建设单位核定进度款，预留质量保证金，开始付款计时", "street", "POST", claim + "/certify", {}).json
    w.say(f"预留 {paid['retained_fen'] / 100:,.2f} 元，应付 {paid['payable_fen'] / 100:,.2f} 元，{paid['due_on']} 前付清")
    w.do("当日支付进度款", "street", "POST", claim + "/payments",
         {"id": w.id("payment"), "amount_fen": paid["payable_fen"], "voucher": "ZF-0001", "paid_on": "2026-09-08"})
    progress = w.quiet("street", "GET", base + "/progress").json
    scheme = progress["scheme"]
    w.say(f"进度由工程量推算：{len(progress['lines'])} 个清单子目；方案 {scheme['items']} 项内容完成 {scheme['items_done']} 项")
    w.do("一标段施工单位报告本标段完工；二标段还没有报告，项目仍在施工", "builder", "POST", base + "/report-completion", {})
    w.do("二标段施工单位报告完工，全部标段完工", "builder2", "POST", base + "/report-completion", {})


def minor(w, base):
    """街道定为轻微的，先按严重办理；社区确认后才不影响验收。"""
    issue = w.id("issue:noise")
    w.do("居民上报：午休时间打钻", "resident", "POST", base + "/issues",
         {"id": issue, "kind": "noise", "place": "5 幢", "description": "中午一点还在打钻，老人没法午休。"})
    w.do("街道受理，拟定为四级（轻微）：先按二级办理，待社区确认", "street", "POST", f"/v1/issues/{issue}/accept",
         {"severity": "S4"})
    waiting = w.quiet("community", "GET", f"/v1/issues/{issue}").json["regradings"][0]["id"]
    decide = f"/v1/issue-regradings/{waiting}/decide"
    w.refused("街道自己确认轻微", "street", "POST", decide, {"approves": True},
              code="issue_regrading_is_decided_by_a_second_person", rule="HOUSE-OVS-1")
    w.do("社区确认为轻微，不再影响验收", "community", "POST", decide, {"approves": True})
    step = f"/v1/issues/{issue}/"
    w.quiet("community", "POST", step + "assign", {"organisation": w.units["温州瓯江建设有限公司"]})
    w.quiet("builder", "POST", step + "begin", {})
    w.quiet("builder", "POST", step + "claim-fix", {"note": "打钻改在上午九点以后。", "photos": [photo((40, 40, 200))]})
    w.quiet("resident", "POST", step + "verify", {})
    w.do("施工单位改了作业时间，居民确认，办结", "community", "POST", step + "close", {})


def anonymous(w):
    """Somebody without an account reports on a phone, by the page's own form."""
    action, fields = w.page(f"/p/{w.project}/report").ending("/issues")
    w.send_form(action, {**fields, "kind": "noise", "place": "7 幢", "description": "晚上十点以后还在切割地砖。"},
                photo=photo((90, 90, 200)))
    w.say("居民不登录，在手机页面上一分钟上报夜间噪声，附照片，得到私密查询链接")


def change_order(w):
    base = f"/v1/projects/{w.project}"
    draft = lambda key, **more: {
        "id": w.id("change:" + key), "contract": w.id("contract:lot1"), "number": f"BG-{key}", "title": "增加雨污管网 40 米",
        "reason": "开挖后发现图上没有的旧化粪池，管线须绕行。", "days": 3,
        "lines": [{"bill_line": w.id("bill:A02"), "quantity_milli": 40_000}], **more}
    path = lambda key, verb: f"/v1/change-orders/{w.id('change:' + key)}/{verb}"
    w.do("施工单位起草变更（没有列明例外事由）", "builder", "POST", base + "/change-orders", draft("1"))
    w.refused("提交变更：原则上不允许", "builder", "POST", path("1", "submit"), {}, code="change_order_ground_is_open",
              rule="LC-08-5")
    w.do("撤回这份变更", "builder", "POST", path("1", "withdraw"))
    w.do("按例外程序重新起草：隐蔽情况与设计不符", "builder", "POST", base + "/change-orders",
         draft("2", ground="hidden_condition", funding_source="预备费"))
    for kind, title in [("design_document", "变更设计文件"), ("cost_estimate", "造价增减估算"), ("audit_opinion", "跟踪审计意见"),
                        ("funding_source", "资金来源说明"), ("photos", "现场照片"), ("site_record", "现场勘验记录"),
                        ("designer_statement", "设计单位说明")]:
        w.quiet("builder", "POST", path("2", "papers"),
                {"id": w.id("paper:change:" + kind), "kind": kind, "title": title, "dated": "2026-06-08"})
    w.do("材料齐备，提交并初审通过", "builder", "POST", path("2", "submit"), {})
    held = {"id": w.id("claim:held"),
            "lines": [{"bill_line": w.id("bill:A02"), "quantity_milli": w.items["A02"]["quantity_milli"] * 40 // 100}]}
    w.refused("变更还没有批，就要支付这一清单子目的进度款", "builder", "POST",
              f"/v1/contracts/{w.id('contract:lot1')}/payment-claims", held, code="payment_waits_for_change_order")
    w.refused("变更还没有批，就要召集联合竣工验收", "street", "POST", base + "/acceptance-rounds",
              {"id": w.id("round:held"), "event_on": "2026-06-24", "place": "水心小区居民活动室", "notice_on": "2026-06-08",
               "notice_number": "水心验通〔2026〕0号"}, code="acceptance_waits_for_change_orders")
    for login, words in [("designer", "设计单位"), (w.late_person["login"], "监理单位"), ("cost", "造价咨询单位")]:
        w.do(f"{words}出具意见：同意，增加 30,000.00 元、3 天", login, "POST", path("2", "opinions"),
             {"supports": True, "cost_fen": 3_000_000, "days": 3, "opinion": "情况属实，同意。"})
    w.do("街道（建设单位）同意", "street", "POST", path("2", "owner-decision"), {"approves": True, "reason": "必要且在概算内。"})
    w.do("区旧改办同意，清单增加 40 米", "office", "POST", path("2", "district-decision"),
         {"approves": True, "reason": "符合例外情形。"})
