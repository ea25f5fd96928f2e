"""From the approved scheme to the permit: papers, residents' money, launch, annual plan, review, approvals."""

import base64


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("方案导入与启动关口")
    w.today("2026-03-02T09:00:00+08:00")
    scheme = dict(w.data, id=w.project)
    scheme["name"] += f"（演示 {w.run}）"
    scheme["community"] = dict(scheme["community"], name=scheme["community"]["name"] + f" {w.run}")
    # Another walk is another community, in name and in address: what stands in brackets at their end tells none apart.
    scheme["community"] = dict(scheme["community"], id=w.id("community"),
                               address=scheme["community"]["address"].replace("18 号", f"18-{w.run} 号"))
    scheme["items"] = [dict(item, id=w.id("item:" + item["code"])) for item in scheme["items"]]
    w.items = {item["code"]: item for item in scheme["items"]}
    young = dict(scheme, community=dict(scheme["community"], completed_on="2005-06-30"),
                 scope=dict(scheme["scope"], poor_infrastructure=False, poor_property_mgmt=True, strong_will=True))
    w.refused("导入一个 2005 年建成、设施并不缺的小区", "street", "POST", "/v1/projects", young,
              code="imported_scheme_is_within_the_scope")
    w.refused("方案的确定日期写到明年", "street", "POST", "/v1/projects", dict(scheme, approved_on="2027-01-01"),
              code="scheme_is_not_dated_ahead")
    w.refused("道路、屋面、绿化、服务用房都申报成雨污管网，居民一分不出", "street", "POST", "/v1/projects",
              dict(scheme, items=[item if item["class"] == "mandatory" else dict(
                  item, kind="storm_sewage", **{"class": "mandatory"}) for item in scheme["items"]]),
              code="works_title_speaks_of_its_kind", rule="HOUSE-PRJ-3")
    w.refused("户册里 599 户各 0.01 ㎡，其余全算一户的", "street", "POST", "/v1/projects",
              dict(scheme, households=[dict(home, area="0.01") for home in scheme["households"][1:]]
                   + [dict(scheme["households"][0], area="47994.01")]),
              code="register_unit_area_is_plausible", rule="HOUSE-REG-1")
    w.refused("把道路、绿化、服务用房都写成必选类，居民一分不出", "street", "POST", "/v1/projects",
              dict(scheme, items=[dict(item, **{"class": "mandatory"}) for item in scheme["items"]]),
              code="works_kind_is_of_its_class", rule="HOUSE-PRJ-2")
    funding = w.do("街道导入水心小区已批准的方案：600 户的户册、48,000 ㎡、13 个子目", "street", "POST", "/v1/projects",
                   scheme).json["funding"]
    w.say(f"资金筹集方案：总投资 {funding['total_fen'] / 100:,.2f} 元，居民自筹 {funding['resident_fen'] / 100:,.2f} 元"
          f"（权重 {funding['weight']}），财政补助 {funding['subsidy_fen'] / 100:,.2f} 元；电梯另行补助，不计入")
    again = dict(scheme, id=w.id("again"), community=dict(
        scheme["community"], id=w.id("community again"), name="水心家园",
        address=scheme["community"]["address"].replace(" ", "").replace("温州市鹿城区", "") + "。"),
                 items=[dict(item, id=w.id("again:" + item["code"])) for item in scheme["items"]])
    w.refused("同一小区换个名称、地址少写市区再导入一次", "street", "POST", "/v1/projects", again,
              code="community_is_renovated_once_at_a_time")
    w.do("街道开设老旧小区改造资金专用账户", "street", "POST", base + "/account",
         {"number": "3303 0201 0000 8888", "opened_on": "2026-02-02"})
    for kind, title in [("application_form", "水心小区改造项目申请表"), ("opinion_notice", "水心小区改造业主意见公示书"),
                        ("residents_pledge", "水心小区改造居民承诺书")]:
        w.do(f"业委会递交《{title}》", "owners", "POST", base + "/papers",
             {"id": w.id("paper:" + kind), "kind": kind, "title": title, "dated": "2026-02-10", **scan(title)})
    body = {"id": w.id("paper:street"), "kind": "application_form", "title": "申请表", "dated": "2026-02-10", **scan("申请表")}
    w.refused("街道替业委会登记启动申请表", "street", "POST", base + "/papers", body,
              code="paper_is_recorded_by_its_body", rule="LC-06-1")
    approval = {"id": w.id("paper:scheme_approval"), "kind": "scheme_approval", "dated": "2025-11-25",
                "title": "水心小区改造方案批准文件（表决结果及公示）", **scan("水心小区改造方案批准文件（表决结果及公示）")}
    w.refused("拿一个字符当方案批准文件，又不登记批准的金额", "office", "POST", base + "/papers",
              dict(approval, content="eA=="), code="scheme_approval_names_its_amounts")
    approved = amounts_of(scheme)
    w.refused("拿一个字符当方案批准文件", "office", "POST", base + "/papers",
              dict(approval, content="eA==", approved_amounts=approved), code="paper_is_a_document", rule="HOUSE-PAP-3")
    w.do("区旧改办登记方案批准文件，含批准的各类金额", "office", "POST", base + "/papers",
         dict(approval, approved_amounts=dict(approved, basic_fen=approved["basic_fen"] - 1)))
    w.refused("拿业主意见公示书的原件再当承诺书用", "owners", "POST", base + "/papers",
              {"id": w.id("paper:twice"), "kind": "management_plan", "title": "长效管理方案", "dated": "2026-02-10",
               **scan("水心小区改造业主意见公示书")}, code="paper_serves_one_kind", rule="HOUSE-PAP-4")
    w.refused("1990 年的长效管理方案当作启动材料", "owners", "POST", base + "/papers",
              {"id": w.id("paper:1990"), "kind": "management_plan", "title": "长效管理方案", "dated": "1990-01-01",
               **scan("长效管理方案（1990 年）")}, code="launch_paper_is_of_its_scheme", rule="HOUSE-LCH-1")
    w.refused("启动材料少一份《长效管理方案》", "street", "POST", base + "/launch",
              code="launch_waits_for_papers", rule="LC-06-1")
    w.do("业委会补交《水心小区改造后长效管理方案》", "owners", "POST", base + "/papers",
         {"id": w.id("paper:management"), "kind": "management_plan", "title": "水心小区改造后长效管理方案",
          "dated": "2026-02-12", **scan("水心小区改造后长效管理方案")})
    w.refused("方案的基础类金额比批准的多一分钱", "street", "POST", base + "/launch",
              code="launch_waits_for_the_approved_amounts")
    w.do("区旧改办更正登记批准金额", "office", "POST", base + "/papers",
         dict(approval, id=w.id("paper:scheme_approval:2"), title="水心小区改造方案批准文件（更正批准金额）",
              approved_amounts=approved))
    w.refused("户册还没有经业委会或社区确认", "street", "POST", base + "/launch",
              code="launch_waits_for_the_agreed_register", rule="HOUSE-REG-2")
    w.do("业委会核对户册后确认：600 户、48,000 ㎡", "owners", "POST", base + "/register/agreement",
         {"households": 600, "area": "48000.00"})
    w.refused("电梯不计入方案，却没有区旧改办的认定", "street", "POST", base + "/launch",
              code="launch_waits_for_own_rule_approval", rule="LC-14-5")
    paper(w, "office", "own_rule_approval", "加装电梯另行补助的认定文件", "2026-02-13")
    for words, code, change in [
            ("收一笔户册上没有的户的钱", "receipt_household_is_of_the_register", {"household": "99-9999"}),
            ("一户存入远超应缴额的钱，又不写依据", "receipt_stays_within_the_household_share", {"amount_fen": 1_000_000_000})]:
        w.refused(words, "owners", "POST", base + "/receipts",
                  {"id": w.id("receipt:" + code), "household": "1-0101", "channel": "personal", "amount_fen": 1,
                   "voucher": "SJ-0000", "received_on": "2026-02-20", **change}, code=code, rule="HOUSE-RCP-1")
    required = funding["required_fen"]
    share, left = divmod(required, w.payers)
    paid, w.paid, proof = 0, {}, w.id("paper:ahead_payment_proof")
    w.refused("一户代多户存入，依据只写“代缴”两个字", "owners", "POST", base + "/receipts",
              {"id": w.id("receipt:words"), "household": "1-0101", "channel": "personal", "amount_fen": share,
               "voucher": "SJ-0000", "received_on": "2026-02-20", "ahead_ground": "代缴"},
              code="receipt_ahead_ground_is_of_the_list", rule="HOUSE-RCP-2")
    if w.payers < len(scheme["households"]):
        w.quiet("owners", "POST", base + "/papers",
                {"id": proof, "kind": "ahead_payment_proof", "title": "代缴委托书", "dated": "2026-02-18",
                 **scan("代缴委托书")})
    homes = [f"{home['building']}-{home['room']}" for home in scheme["households"]]
    for payer in range(w.payers):
        amount = share + (1 if payer < left else 0)
        if payer == w.payers - 1:
            amount -= 1
        receipt = {"id": w.id(f"receipt:{payer}"), "household": homes[payer], "channel": "personal",
                   "amount_fen": amount, "voucher": f"SJ-{payer + 1:04d}", "received_on": "2026-02-20"}
        if w.payers < len(homes):
            receipt["ahead_ground"], receipt["ahead_paper"] = "households_mandate", proof
        w.quiet("owners", "POST", base + "/receipts", receipt)
        paid += amount
        w.paid[homes[payer]] = amount
    w.say(f"{w.payers} 户居民资金存入专用账户，共 {paid / 100:,.2f} 元")
    w.refused("资金差一分钱就启动", "street", "POST", base + "/launch",
              code="launch_waits_for_resident_funds", rule="LC-06-3")
    w.do("最后一户补交一分钱", "owners", "POST", base + "/receipts",
         {"id": w.id("receipt:last"), "household": homes[-1], "channel": "personal", "amount_fen": 1,
          "voucher": "SJ-0601", "received_on": "2026-03-02"})
    w.paid[homes[-1]] = w.paid.get(homes[-1], 0) + 1
    w.do("资金到位率 100%，项目启动", "street", "POST", base + "/launch")

    w.chapter("年度计划、联审、审批")
    w.refused("领导小组抢在街道之前同意", "group", "POST", base + "/plan-approvals",
              {"step": "leading_group", "approved_on": "2026-03-02", "number": "鹿旧改组〔2026〕3号"},
              code="plan_approval_follows_its_chain", rule="LC-06-5")
    for login, step, words in [("street", "street", "街道确定项目并上报"), ("group", "leading_group", "领导小组审议通过"),
                               ("leader", "district_leader", "区政府主要领导同意"),
                               ("development", "development_bureau", "区发改局列入政府投资年度计划")]:
        w.do(words, login, "POST", base + "/plan-approvals",
             {"step": step, "approved_on": "2026-03-02", "number": f"鹿旧改〔2026〕{len(step)}号"})
    w.refused("可研未批、概算未核定就列入年度计划", "street", "POST", base + "/advance", {"to": "S08"},
              code="gate_waits_for_investment_decision", rule="INV-05")
    paper(w, "street", "feasibility_approval", "可行性研究报告批复", "2026-02-27")
    w.do("项目列入年度计划", "street", "POST", base + "/advance", {"to": "S08"})
    w.today("2026-03-16T09:00:00+08:00")
    paper(w, "office", "joint_review_minutes", "方案联审会议纪要", "2026-03-12")
    w.refused("区发改局的人与旧改办同一角色，替旧改办通过联审", "development", "POST", base + "/advance", {"to": "S09"},
              code="act_is_of_its_body", rule="HOUSE-BOD-1")
    w.do("部门联审通过", "office", "POST", base + "/advance", {"to": "S09"})
    paper(w, "street", "preliminary_design_approval", "初步设计（含概算）批复", "2026-03-14")
    w.do("可研与初步设计批复齐备", "street", "POST", base + "/advance", {"to": "S10"})


def amounts_of(scheme):
    """What a scheme costs by class, outside its plan and beside the works, as its approval says it."""
    sums = {f"{name}_fen": sum(item["amount_fen"] for item in scheme["items"]
                               if item["class"] == name and item["kind"] != "elevator")
            for name in ("mandatory", "basic", "improve", "upgrade")}
    outside = sum(item["amount_fen"] for item in scheme["items"] if item["kind"] == "elevator")
    return dict(sums, outside_fen=outside, other_fen=scheme["other_fen"] + scheme["contingency_fen"])


def scan(title):
    """A paper's bytes, as they are sent with it."""
    return {"content": base64.b64encode(f"{title}\n（鹿城区五马街道水心小区老旧小区改造项目，原件扫描件）\n".encode()).decode(), "media_type": "text/plain"}


def paper(w, login, kind, title, dated, subject=None, words=None, key=None):
    """Records a paper of the project, or of something in it; a key of its own where another unit has one like it."""
    body = {"id": w.id(f"paper:{key or kind}:{subject or ''}"), "kind": kind, "title": title, "dated": dated, **scan(title)}
    if subject:
        body["subject_kind"], body["subject_id"] = subject
    return w.do(words or f"登记《{title}》", login, "POST", f"/v1/projects/{w.project}/papers", body)
