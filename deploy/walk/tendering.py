"""Budget, packages, the determination, delivery mode, engagements, contracts with their bills."""

import make
from projects import paper, scan

LOT1 = ["A01", "A02", "A03", "A04", "B02"]
COMMITTEE = [("林建国", "鹿城区五马街道办事处"), ("周晓明", "温州大学建筑工程学院"), ("郑海燕", "温州市建筑设计研究院"),
             ("黄志强", "温州市市政工程协会"), ("金丽", "浙江中瑞工程咨询有限公司")]
LOT2 = ["A05", "B01", "B03", "C01", "C02", "C03", "D01"]


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("建设模式与参建单位")
    w.do("街道选定建设模式：代建制", "street", "POST", base + "/delivery-mode",
         {"mode": "agent_construction", "chosen_on": "2026-03-16"})
    engage(w, "浙南项目管理有限公司", "agent_construction", "登记代建单位：浙南项目管理有限公司")
    w.refused("同一家单位既做代建又做工程总承包", "street", "POST", base + "/engagements",
              engagement(w, "浙南项目管理有限公司", "epc_contractor"), code="engagement_has_no_conflict", rule="EPC-05")
    link(w)
    w.refused("母公司做工程总承包、子公司做代建", "street", "POST", base + "/engagements",
              engagement(w, "浙南工程总承包有限公司", "epc_contractor"), code="engagement_has_no_conflict", rule="AGC-4")
    engage(w, "温州东瓯工程总承包有限公司", "epc_contractor",
           "换成与代建单位没有控制关系的温州东瓯工程总承包有限公司：可以登记（前两次拒绝由此解除）")
    w.refused("请自来水公司做监理", "street", "POST", base + "/engagements",
              engagement(w, "温州市自来水有限公司", "supervisor"), code="engagement_fits_the_kind_of_unit",
              rule="HOUSE-DEL-4")
    w.refused("街道在自己的项目里做施工单位", "street", "POST", base + "/engagements",
              engagement(w, "鹿城区五马街道办事处", "contractor"), code="engagement_has_no_conflict",
              rule="HOUSE-DEL-3")
    free = w.id("engagement:温州东瓯工程总承包有限公司:epc_contractor")
    w.do("街道决定分标段发包，总承包单位退出", "street", "POST", f"/v1/engagements/{free}/end",
         {"valid_to": "2026-03-16", "reason": "改为设计、施工分别发包"})
    newcomer = make.newcomer(w.run)
    w.enrol(newcomer)
    w.late, w.late_person = newcomer["organisations"][0], newcomer["people"][0]
    w.units[w.late["name"]] = w.late["id"]
    for name, role, title in [("鹿城区五马街道办事处", "construction_unit", "建设单位"),
                              ("温州城建设计院有限公司", "designer", "设计"), (w.late["name"], "supervisor", "监理"),
                              ("温州中衡工程造价咨询有限公司", "cost_consultant", "造价咨询"),
                              ("温州明审会计师事务所有限公司", "tracking_auditor", "跟踪审计"),
                              ("温州瓯江建设有限公司", "contractor", "施工一标"),
                              ("温州江滨市政工程有限公司", "contractor", "施工二标")]:
        engage(w, name, role, f"登记{title}：{name}")

    w.chapter("招标认定与合同")
    w.refused("把财政资金写成 0、总投资写成 90 亿，好绕开招标", "street", "POST", base + "/budget",
              {"total_investment_fen": 900_000_000_000, "budget_funds_fen": 0, "soe_dominant": False,
               "feasibility_fen": 860_000_000, "approved_budget_fen": 874_000_000,
               "approval_number": "鹿发改审〔2026〕18号", "approved_on": "2026-03-14"},
              code="budget_follows_the_funding_plan", rule="TEN-11")
    w.do("登记批准的概算 8,740,000.00 元（财政 7,314,000.00 元，居民 1,426,000.00 元）", "street", "POST", base + "/budget",
         {"total_investment_fen": 874_000_000, "budget_funds_fen": 731_400_000, "soe_dominant": False,
          "feasibility_fen": 860_000_000, "approved_budget_fen": 874_000_000, "approval_number": "鹿发改审〔2026〕18号",
          "approved_on": "2026-03-14"})
    lots = [("lot1", "一标段：管网、消防与屋面", "works", None, 375_000_000, "direct"),
            ("lot2", "二标段：道路、照明与景观", "works", None, 385_000_000, "direct"),
            ("design", "改造工程设计", "service", "design", 38_000_000, "negotiation")]
    for key, title, category, service, estimate, method in lots:
        body = {"id": w.id(key), "code": key, "title": title, "category": category, "estimate_fen": estimate,
                "planned_method": method}
        if service:
            body["service_kind"] = service
        if key == "lot2":
            # Asked for, and not decided: it is counted with its kind all the same.
            body.update({"combinable": False, "separation_reason": "different_specialty",
                         "separation_note": "道路、景观与管网不是同一专业"})
        way = "直接发包" if category == "works" else "竞争性谈判"
        w.do(f"登记标段《{title}》，估算 {estimate / 100:,.2f} 元，拟{way}",
             "street", "POST", base + "/packages", body)
    w.refused("二标段申请分开计算，区旧改办没有认定文件就想同意", "office", "POST",
              f"/v1/packages/{w.id('lot2')}/separation",
              {"id": w.id("separation:lot2"), "ground": "different_specialty", "reason": "道路与管网专业不同",
               "paper": w.id("paper:separation")}, code="separation_rests_on_its_paper", rule="HOUSE-TEN-5")
    found = w.do("认定：两个施工标段各自不到 400 万元，未经认定分开，合并后达到，必须招标；设计不足 100 万元，不强制", "office", "POST",
                 base + "/tender-determinations").json
    names = {key: title for key, title, *_ in lots}
    said = {"must_tender": "必须招标", "not_mandatory": "不强制招标", "needs_source": "缺少依据文本"}
    w.say("认定结果：" + "；".join(f"{names.get(k, k)}＝{said.get(v, '其他')}" for k, v in verdicts(found).items()))
    w.refused("一标段 375 万元想直接发包", "street", "POST", f"/v1/packages/{w.id('lot1')}/contract",
              contract(w, "lot1", "温州瓯江建设有限公司", 375_000_000, "direct", LOT1),
              code="contract_follows_its_determination", rule="TEN-6")
    w.today("2026-04-20T09:00:00+08:00")
    w.refused("管网施工写进不强制招标的设计标段，当作服务签约", "street", "POST", f"/v1/packages/{w.id('design')}/contract",
              contract(w, "design", "温州瓯江建设有限公司", 38_000_000, "negotiation", ["A01"]),
              code="works_are_bought_as_works", rule="TEN-11")
    tendered = [("lot1", "温州瓯江建设有限公司", 375_000_000, LOT1),
                ("lot2", "温州江滨市政工程有限公司", 385_000_000, LOT2)]
    w.refused("只写“公开招标”四个字就想签一标段", "street", "POST", f"/v1/packages/{w.id('lot1')}/contract",
              contract(w, "lot1", "温州瓯江建设有限公司", 375_000_000, "public_tender", LOT1),
              code="tendered_contract_rests_on_its_award", rule="PRO-11")
    w.refused("招标文件发出才 13 日就开标", "street", "POST", f"/v1/packages/{w.id('lot1')}/award",
              award(w, "lot1", "温州瓯江建设有限公司", 375_000_000, documents="2026-03-25"),
              code="bids_have_their_days", rule="PRO-1")
    good = award(w, "lot1", "温州瓯江建设有限公司", 375_000_000)
    for words, change, code, rule in [
            ("只有两家投标就开标", {"bidders": good["bidders"][:2]}, "tender_has_its_bidders", "PRO-6"),
            ("招标文件只发售四日", {"documents_until": "2026-03-21"}, "documents_are_sold_their_days", "PRO-2"),
            ("评标委员会五人里专家只有三人",
             {"committee": [{**one, "is_expert": number > 1} for number, one in enumerate(good["committee"])]},
             "committee_is_mostly_experts", "PRO-7"),
            ("排名第二的中标，没有说明第一名为什么没有中标",
             {"bidders": [{**good["bidders"][0], "rank": 2}, {**good["bidders"][1], "rank": 1}, *good["bidders"][2:]]},
             "first_candidate_wins", "PRO-10"),
            ("中标候选人公示两天就发中标通知书", {"candidates_on": "2026-04-08", "candidates_until": "2026-04-10"},
             "candidates_are_posted_their_days", "PRO-9"),
            ("收投标保证金 80 万元，超过估算的百分之二", {"bid_bond_fen": 80_000_000},
             "bid_bond_stays_within_its_cap", "PRO-13")]:
        w.refused(words, "street", "POST", f"/v1/packages/{w.id('lot1')}/award", {**good, **change}, code=code, rule=rule)
    for key, name, amount, _ in tendered:
        w.do(f"登记中标结果：{name}，{amount / 100:,.2f} 元（四家投标，招标文件发出至开标 21 日，候选人公示期满，附中标通知书）", "street", "POST",
             f"/v1/packages/{w.id(key)}/award", award(w, key, name, amount))
    short = contract(w, "lot1", "温州瓯江建设有限公司", 375_000_000, "public_tender", LOT1)
    short["bill"][1].update(quantity_milli=1_000_000, unit_price_fen=90_000)
    w.refused("清单里雨污管网少写 200 米，同样的钱", "street", "POST", f"/v1/packages/{w.id('lot1')}/contract", short,
              code="bill_covers_its_items", rule="HOUSE-SCH-1")
    short["bill"][1].update(quantity_milli=1000, unit="公斤", unit_price_fen=90_000_000)
    w.refused("清单里 1,200 米雨污管网写成 1 公斤，同样的钱", "street", "POST", f"/v1/packages/{w.id('lot1')}/contract", short,
              code="bill_covers_its_items", rule="HOUSE-SCH-1")
    short["bill"][1:] = []
    w.refused("375 万元的合同，清单只列 60 万元", "street", "POST", f"/v1/packages/{w.id('lot1')}/contract", short,
              code="bill_is_the_contract_amount", rule="HOUSE-SCH-1")
    # The second lot is signed once the first is under way.
    for key, name, amount, codes in tendered[:1]:
        w.do(f"公开招标后与{name}签约 {amount / 100:,.2f} 元，清单 {len(codes)} 项", "street", "POST",
             f"/v1/packages/{w.id(key)}/contract", contract(w, key, name, amount, "public_tender", codes))
    w.do("与温州城建设计院有限公司签设计合同 380,000.00 元", "street", "POST",
         f"/v1/packages/{w.id('design')}/contract",
         contract(w, "design", "温州城建设计院有限公司", 38_000_000, "negotiation", []))
    paper(w, "street", "tender_report", "一、二标段招标投标情况书面报告", "2026-04-20",
          words="向行政监督部门提交招标投标情况书面报告（中标后 15 日内），两个标段的时限办结")
    paper(w, "street", "bid_bond_return", "投标保证金退还凭证", "2026-04-20",
          words="退还投标保证金（签约后 5 日内），时限办结")

    w.chapter("施工许可")
    paper(w, "street", "drawing_self_review_pledge", "施工图自审承诺书", "2026-04-17")
    paper(w, "street", "construction_drawings", "全套施工图设计文件", "2026-04-17")
    w.do("施工图自审承诺与图纸上传齐备", "street", "POST", base + "/advance", {"to": "S13"})


def link(w):
    """Records who holds shares in the agent: under one key in all walks, so that it stands once, whichever was first."""
    w.do("登记控制关系：浙南工程总承包有限公司控股浙南项目管理有限公司", "office", "POST", "/v1/control-links",
         {"organisation": w.units["浙南工程总承包有限公司"], "controlled": w.units["浙南项目管理有限公司"],
          "kind": "parent", "evidence": "企业信用信息公示：持股 60%", "valid_from": "2024-05-01"},
         want=(200, 201, 409), key="d6d0f9c4-7d5e-5b0a-8f3c-330302000001")


def verdicts(found):
    """The verdict of each package, wherever the answer keeps it."""
    lots = found.get("packages") or found.get("determinations") or found.get("items") or []
    return {item.get("code") or item.get("package"): item.get("verdict") for item in lots}


def engagement(w, name, role):
    return {"id": w.id(f"engagement:{name}:{role}"), "organisation": w.units[name], "role": role,
            "valid_from": "2026-03-16"}


def engage(w, name, role, words):
    w.do(words, "street", "POST", f"/v1/projects/{w.project}/engagements", engagement(w, name, role))


def award(w, key, name, price, documents="2026-03-17"):
    """What the tender of a lot came to, with its notice."""
    title = f"中标通知书：{name}"
    return {"id": w.id("award:" + key), "winner": w.units[name], "price_fen": price, "control_price_fen": price,
            "documents_on": documents, "documents_until": "2026-03-24", "opened_on": "2026-04-07", "reported_on": "2026-04-07",
            "candidates_on": "2026-04-08", "candidates_until": "2026-04-13", "notice_on": "2026-04-14",
            "notice": {"id": w.id("notice:" + key), "title": title, **scan(title)},
            "bidders": [{"name": name, "organisation": w.units[name], "rank": 1},
                        {"name": "浙江华越建设集团有限公司", "rank": 2}, {"name": "温州宏泰市政园林有限公司", "rank": 3},
                        {"name": "乐清兴达建筑工程有限公司"}],
            "committee": [{"name": who, "employer": employer, "is_expert": employer != "鹿城区五马街道办事处"}
                          for who, employer in COMMITTEE],
            "bid_bond_fen": 7_000_000}


def contract(w, key, name, amount, method, codes, day="2026-04-20"):
    bill = []
    for code in codes:
        item = w.items[code]
        quantity = item["quantity_milli"]
        bill.append({"id": w.id("bill:" + code), "works_item": item["id"], "code": code, "title": item["title"],
                     "unit": item["unit"], "quantity_milli": quantity,
                     "unit_price_fen": item["amount_fen"] * 1000 // quantity})
    body = {"id": w.id("contract:" + key), "contractor": w.units[name], "number": f"水心-{key}", "title": name,
            "method": method, "signed_on": day, "amount_fen": amount, "advance_funding": False, "bill": bill}
    if method == "public_tender":
        body["award_notice_on"] = "2026-04-14"
    return body
