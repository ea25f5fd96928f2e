"""Handover of the six kinds of facilities to their utilities."""

from projects import paper

KINDS = [("water", "供水", "温州市自来水有限公司"), ("power", "供电", "温州鹿城供电公司"), ("gas", "供气", "温州市燃气有限公司"),
         ("heat", "供热", "温州热力有限公司"), ("telecom", "通信", "温州通信建设有限公司"), ("catv", "有线电视", "中广有线温州分公司")]
DOCUMENTS = {"as_built": "竣工图", "equipment_list": "设备清单", "certificates": "产品合格证", "warranty_deed": "保修书",
             "instructions": "操作说明", "keys": "钥匙和门禁"}
OWN = {"water": {"flushing_record": "冲洗消毒记录", "pressure_record": "压力试验记录", "meter_readings": "表具读数"},
       "power": {"insulation_record": "绝缘测试记录", "meter_readings": "表具读数"},
       "gas": {"pressure_record": "压力试验记录", "meter_readings": "表具读数"},
       "heat": {"pressure_record": "压力试验记录", "meter_readings": "表具读数"},
       "telecom": {"port_list": "端口和光缆测试清单"}, "catv": {"port_list": "端口和光缆测试清单"}}
# A short document of the kind that a scanner makes.
SHEET = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% sealed by the gas company: the pressure boxes and pipes are taken over\n" \
        b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("设施移交")
    w.today("2026-10-28T09:00:00+08:00")
    for kind, title, unit in KINDS:
        handover = w.id("handover:" + kind)
        w.do(f"登记{title}设施移交，接收单位{unit}", "street", "POST", base + "/handovers",
             {"id": handover, "kind": kind, "receiver": w.units[unit],
              "assets": [{"id": w.id("asset:" + kind), "tag": f"SX-{kind}-01", "title": f"{title}主设施",
                          "location": "小区内", "boundary": "入户表前"}]})
    w.refused("街道想把供热设施交给施工单位", "street", "POST", f"/v1/handovers/{w.id('handover:heat')}/receiver",
              {"receiver": w.units["温州瓯江建设有限公司"]}, code="handover_receiver_runs_its_kind", rule="LC-10-2",
              headers={"if-match": '"1"'})
    w.refused("街道想以“没有”为由免去通信移交，而方案里有线路整理入地", "street", "POST",
              f"/v1/handovers/{w.id('handover:telecom')}/not-applicable", {"ground": "not_present", "reason": "没有"},
              code="handover_with_works_is_not_exempted")
    w.refused("六类设施都没移交就想完成移交", "street", "POST", base + "/complete-handover", {"warranties": []},
              code="project_close_waits_for_handovers")
    for kind, title, unit in KINDS:
        one(w, kind, title)
    w.do("六类设施全部移交，项目进入保修与长效管理", "street", "POST", base + "/complete-handover", {})
    card = w.quiet("street", "GET", base).json
    w.say(f"项目状态：{card['state']}")
    inside = f"/projects/{w.project}"
    w.look("标段与合同页：认定、依据、合同价", "office", inside + "/packages", "必须招标", "TEN-6", "公开招标", "3,750,000.00")
    w.look("参建单位页：建设模式、角色、利害关系", "office", inside + "/parties", "代建", "温州瓯江建设有限公司", "监理单位")
    w.look("工程变更页：受阻的、批准的", "office", inside + "/change-orders", "LC-08-5", "已批准", "30,000.00", "已撤回")
    w.look("工作清单页：在办、受阻、逾期", "office", "/worklist", "逾期")


def one(w, kind, title):
    handover = w.id("handover:" + kind)
    path = lambda verb: f"/v1/handovers/{handover}/{verb}"
    paper(w, "owners", "owners_handover_decision", f"业主共同决定移交{title}设施", "2026-10-25", subject=("handover", handover),
          words=f"业委会登记业主共同决定：移交{title}设施")
    w.do(f"街道签署{title}设施共同验收", "street", "POST", path("joint-acceptance"))
    documents = {**DOCUMENTS, **OWN[kind]}
    if kind == "gas":
        w.refused("燃气公司没有参加共同验收，街道就想移交", "street", "POST", path("confirm"),
                  code="handover_waits_for_joint_acceptance", rule="LC-10-2")
        by_link(w, path, documents)
        return
    w.do(f"{title}单位签署共同验收", kind, "POST", path("joint-acceptance"))
    w.do(f"街道送交{title}资料 {len(documents)} 件", "street", "POST", path("documents"),
         {"documents": [{"id": w.id(f"doc:{kind}:{key}"), "document": key, "title": words, "dated": "2026-10-26"}
                        for key, words in documents.items()]})
    w.do(f"{title}单位逐项签收", kind, "POST", path("receipts"),
         {"lines": [{"document": key, "verdict": "received"} for key in documents]})
    w.do(f"{title}单位确认接收", kind, "POST", path("confirm"))


def by_link(w, path, documents):
    """The gas company has no account: its engineer does everything on the page behind a private link."""
    w.refused("街道自己给接收方开链接", "street", "POST", path("link"), {"name": "燃气赵工", "days": 7},
              code="link_is_issued_by_the_office", rule="HOUSE-HDO-10")
    link = None
    while link is None:
        # The address is in the first answer alone: whose answer is lost sends another link.
        link = w.do("区旧改办给燃气公司发送移交链接（只开这一项，七天有效）", "office", "POST", path("link"),
                    {"name": "燃气赵工", "days": 7}).json.get("path")
    w.send_form(*w.page(link).ending("/sign"))
    w.say("燃气公司在链接页面上签署共同验收")
    w.do(f"街道送交供气资料 {len(documents)} 件", "street", "POST", path("documents"),
         {"documents": [{"id": w.id(f"doc:gas:{key}"), "document": key, "title": words, "dated": "2026-10-26"}
                        for key, words in documents.items()]})
    action, fields = w.page(link).ending("/receipts")
    w.send_form(action, {**fields, **{f"verdict-{key}": "received" for key in documents}})
    w.say("燃气公司在链接页面上逐项签收")
    w.send_form(*w.page(link).ending("/confirm"), sheet=SHEET)
    w.say("燃气公司在链接页面上确认接收，存入盖章的确认单")
