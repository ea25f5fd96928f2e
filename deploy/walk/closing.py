"""The end of a project: filings, the archive, final accounts, households' balances, papers, management, closing."""

import re

from handover import KINDS
from site_client import Unexpected


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("备案与归档")
    w.today("2026-10-29T09:00:00+08:00")
    w.refused("刚移交完就想销号：备案、决算、多退少补、资料、管理形式、保修都还没有", "street", "POST", base + "/close",
              code="close_waits_for_filings")
    filing(w, "completion", "竣工验收备案", "温州市鹿城区住房和城乡建设局", ["acceptance_report", "warranty_deed"],
           barrier_free="accepted", barrier_free_evidence="无障碍设施同步验收记录")
    filing(w, "fire", "消防验收备案", "温州市鹿城区住房和城乡建设局",
           ["applicant_identity", "fire_acceptance_report", "fire_drawings", "material_certificates"])
    filing(w, "gas", "燃气工程竣工备案", "温州市鹿城区综合行政执法局", [])
    filing(w, "archive", "移交城建档案", "温州市城市建设档案馆", [])

    w.chapter("决算、多退少补、长效管理")
    w.today("2026-12-10T09:00:00+08:00")
    accounts = w.do("区财政局审核竣工财务决算（比方案节约：绿化、车棚、活动场地少用 12,000.00 元）", "finance", "POST",
                    base + "/final-accounts", final_accounts(w)).json
    w.say(f"决算总额 {accounts['total_fen'] / 100:,.2f} 元：居民 {accounts['resident_fen'] / 100:,.2f} 元，"
          f"财政 {accounts['subsidy_fen'] / 100:,.2f} 元")
    homes = [f"{home['building']}-{home['room']}" for home in w.data["households"]]
    w.refused("把居民承担的决算全部算到最后一户头上", "street", "POST", base + "/true-ups", {
        "settled_on": "2026-12-10",
        "households": [{"household": homes[-1], "due_fen": accounts["resident_fen"], "voucher": "JS-0600"}]},
              code="true_up_is_the_households_share", rule="LC-06-4")
    settled = w.do("户册 600 户逐户结清：按面积分摊决算，多退少补", "street", "POST", base + "/true-ups", {
        "settled_on": "2026-12-10",
        "households": [{"household": unit, "voucher": f"JS-{number + 1:04d}"} for number, unit in enumerate(homes)]}).json
    w.say(f"结清 {len(settled['households'])} 户：退还 {settled['paid_back_fen'] / 100:,.2f} 元，"
          f"补收 {settled['called_in_fen'] / 100:,.2f} 元")
    for kind, title, unit in KINDS:
        w.quiet("street", "POST", base + "/paper-deliveries",
                {"id": w.id("delivery:" + kind), "receiver_kind": "utility", "receiver": unit, "facility": kind,
                 "delivered_on": "2026-12-10", "filing_number": f"鹿资备〔2026〕{kind}"})
    w.say("验收资料移交六家专营单位并备案")
    w.do("验收资料移交业委会并备案", "street", "POST", base + "/paper-deliveries",
         {"id": w.id("delivery:owners"), "receiver_kind": "owners_body", "receiver": "水心小区业主委员会",
          "delivered_on": "2026-12-10", "filing_number": "鹿资备〔2026〕业委会"})
    w.do("业主大会选聘物业服务企业，登记长效管理形式", "owners", "POST", base + "/management-form",
         {"form": "property_company", "manager": "温州安居物业服务有限公司", "evidence": "业主大会决议〔2026〕5号",
          "decided_on": "2026-12-08"})
    close(w, base)
    public(w)


def filing(w, kind, title, authority, documents, **more):
    lines = []
    for document in documents:
        line = {"id": w.id(f"paper:{kind}:{document}"), "document": document, "title": document, "dated": "2026-10-26"}
        if document == "material_certificates":
            line["stamped_by"] = "construction_unit"
        lines.append(line)
    w.do(f"{title}：{authority}", "street", "POST", f"/v1/projects/{w.project}/filings",
         {"id": w.id("filing:" + kind), "kind": kind, "number": f"鹿备〔2026〕{kind}", "filed_with": authority,
          "filed_on": "2026-10-29", "documents": lines, **more})


def final_accounts(w):
    """What the works cost at last: as planned, but for what was saved on the third class."""
    sums = {}
    for item in w.items.values():
        if item["kind"] != "elevator":
            sums[item["class"]] = sums.get(item["class"], 0) + item["amount_fen"]
    sums["improve"] -= 1_200_000
    return {"number": "鹿财建审〔2026〕66号", "approved_by": "温州市鹿城区财政局", "approved_on": "2026-12-09",
            **{f"{name}_fen": sums.get(name, 0) for name in ("mandatory", "basic", "improve", "upgrade")},
            "other_fen": w.data["other_fen"] + w.data["contingency_fen"]}


def close(w, base):
    gate = w.quiet("street", "GET", base + "/close-gate").json
    waiting = [item["id"].split(".", 1)[1] for item in gate["requirements"]
               if item["id"].startswith("warranty.") and item["state"] != "met"]
    w.refused("保修期还没有过，也没有人接管，就想销号", "street", "POST", base + "/close",
              code="close_waits_for_warranties")
    for kind in waiting:
        w.quiet("owners", "POST", base + "/custodies",
                {"kind": kind, "keeper": "水心小区业主委员会", "evidence": "接管协议〔2026〕1号", "taken_on": "2026-12-10"})
    w.say(f"业委会提前接管保修期内的工程 {len(waiting)} 类，保修责任不变")
    public(w, "待受理 1", "其中已逾期 1")
    w.refused("半年前的夜间噪声还没有人受理，就想销号", "street", "POST", base + "/close",
              code="close_waits_for_open_issues")
    for item in w.quiet("community", "GET", base + "/issues?state=new").json["items"]:
        w.do("社区核实：施工早已结束，噪声不再发生，写明理由办结", "community", "POST", f"/v1/issues/{item['id']}/reject",
             {"reason": "经核实，噪声来自已经完成的夜间切割，工程已竣工移交，问题不再存在。"})
    w.do("销号关口全部满足，项目销号", "street", "POST", base + "/close")
    w.say(f"项目状态：{w.quiet('street', 'GET', base).json['state']}")
    aftercare(w, base)
    w.refused("销号以后再登记一笔居民资金", "owners", "POST", base + "/receipts",
              {"id": w.id("receipt:late"), "household": sorted(w.paid)[0], "channel": "personal", "amount_fen": 1,
               "voucher": "SJ-9999", "received_on": "2026-12-10"}, code="receipt_waits_no_more")


def aftercare(w, base):
    """After the closing: a defect under warranty, and the archive with its receipt, checked without a network."""
    w.do("业委会报修：3 幢立管渗漏，在保修期内", "owners", "POST", base + "/warranty-claims",
         {"id": w.id("defect"), "kind": "water_pipes", "place": "3 幢 2 单元", "description": "立管接头渗漏",
          "filed_on": "2026-12-10", "assignee": w.units["温州瓯江建设有限公司"]})
    claim = f"/v1/warranty-claims/{w.id('defect')}"
    w.refused("街道代施工单位登记修好", "street", "POST", claim + "/fix", {"on": "2026-12-10", "note": "更换接头"},
              code="warranty_claim_is_fixed_by_its_contractor", rule="WAR-3")
    w.do("施工单位修好，登记做法", "builder", "POST", claim + "/fix", {"on": "2026-12-10", "note": "更换接头"})
    w.do("业委会核验修好", "owners", "POST", claim + "/verify", {"on": "2026-12-10"})
    packed = w.do("制作归档包", "street", "POST", base + "/archive-packages", {"id": w.id("archive")}).json
    w.say(f"归档包 {packed['files']} 个文件，{packed['bytes']:,} 字节，清单摘要 {packed['manifest_sha256'][:16]}…")
    path = f"/v1/archive-packages/{w.id('archive')}"
    w.refused("档案馆回执上的摘要不是这个包的", "street", "POST", path + "/receipt",
              {"archive": "温州市城市建设档案馆", "number": "温档收〔2026〕88号", "sha256": "0" * 64,
               "received_on": "2026-12-10"}, code="archive_receipt_names_its_package", rule="ARC-1")
    w.do("登记档案馆回执", "street", "POST", path + "/receipt",
         {"archive": "温州市城市建设档案馆", "number": "温档收〔2026〕88号", "sha256": packed["sha256"],
          "received_on": "2026-12-10"})


def public(w, *more):
    """What everybody sees at the end: words and figures, no codes of ours."""
    page = w.site.call("GET", f"/p/{w.project}", headers={"accept": "text/html"})
    text = page.raw.decode(errors="replace")
    wanted = ["办理记录", "已撤回 1", "已批准 1", "居民已确认解决 2", "未通过", "已取消", "移交", "保修", *more]
    missing = [words for words in wanted if words not in text]
    seen = re.sub(r"<[^>]*>", " ", re.sub(r"<head>.*?</head>", " ", text, flags=re.S))
    codes = re.findall(r"\b[a-z]+(?:_[a-z]+)*\.[a-z_]+\b", seen)
    if page.status != 200 or missing or codes:
        raise Unexpected(f"the public page: {page.status}, without {missing}, with the codes {codes}")
    if not more:
        w.say("公示页对所有人开放：方案、资金、进度、变更、问题、验收、移交、收尾")
