"""Joint acceptance: notice, seats, signatures over one digest, a failed round and a passed one."""

import json
import pathlib

from projects import paper, scan
from site_client import wait_for_the_next_code
from works import photo

BUILDERS = [("completion_report", "工程竣工报告"), ("test_reports", "进场试验和检测报告"), ("warranty_deed", "工程质量保修书")]
PAPERS = [("designer", "design_check_report", "设计单位质量检查报告"), ("street", "technical_file", "工程技术档案和施工管理资料目录"),
          ("street", "other_conditions", "法律、法规规定的其他条件核查表")]
NOT_HERE = {"survey_check_report": "本项目不涉及勘察", "household_acceptance": "不改动户内，不做分户验收"}


def walk(w):
    base = f"/v1/projects/{w.project}"
    w.chapter("召集联合竣工验收")
    w.today("2026-09-15T09:00:00+08:00")
    answers = [{"item": item, "answer": "not_applicable", "evidence": why} for item, why in NOT_HERE.items()]
    w.refused("没有监理单位的质量评估报告，只凭一句话填“具备”", "street", "POST", base + "/acceptance-checklist",
              {"answers": [{"item": "assessment_report", "answer": "present", "evidence": "见工程资料"}]},
              code="acceptance_answer_rests_on_what_stands", rule="QLT-02")
    for login, kind, title in PAPERS + [(w.late_person["login"], "assessment_report", "工程质量评估报告")]:
        paper(w, login, kind, title, "2026-09-14")
    for kind, title in BUILDERS:
        paper(w, "builder", kind, title, "2026-09-14")
    for words, code, change in [
            ("1990 年的检查表当作验收材料", "acceptance_paper_follows_the_works", {"dated": "1990-01-01"}),
            ("拿技术档案目录的原件再当检查表用", "paper_serves_one_kind", scan(PAPERS[1][2])),
            ("验收材料只填摘要，没有原件", "paper_kind_has_its_bytes", {"content": None, "media_type": None, "sha256": "ab" * 32})]:
        body = {"id": w.id("paper:" + code), "kind": "household_acceptance", "title": "分户验收记录", "dated": "2026-09-14",
                **scan("分户验收记录"), **change}
        w.refused(words, "street", "POST", base + "/papers", {key: value for key, value in body.items() if value is not None},
                  code=code)
    title = "关于解除二标段施工合同的通知"
    w.refused("完工报告以后想解除二标段合同，好不要它的承包人到场、不要它的材料", "street", "POST",
              f"/v1/contracts/{w.id('contract:lot2')}/termination",
              {"id": w.id("termination:lot2"), "ended_on": "2026-09-15", "reason": "不再合作",
               "paper": {"id": w.id("paper:termination"), "title": title, **scan(title)}},
              code="finished_contract_is_not_ended", rule="HOUSE-DEL-9")
    w.refused("二标段施工单位没有自己的竣工报告，拿一标段的代替", "street", "POST", base + "/acceptance-checklist",
              {"answers": [{"item": "completion_report", "answer": "present", "evidence": "见工程资料"}]},
              code="acceptance_answer_rests_on_what_stands", rule="QLT-02")
    for kind, title in BUILDERS:
        paper(w, "builder2", kind, title + "（二标段）", "2026-09-14", key="builder2:" + kind)
    w.do("街道填写两项不涉及的条件，写明理由；其余由各单位的材料、工程量、付款和整改情况核对", "street", "POST",
         base + "/acceptance-checklist", {"answers": answers})
    w.refused("一级问题还没有整改就召集验收", "street", "POST", base + "/acceptance-rounds", round_of(w, 1, "2026-09-23"),
              code="acceptance_waits_for_severe_issues")
    issue = f"/v1/issues/{w.id('issue')}"
    w.do("施工单位整改并上传照片", "builder", "POST", issue + "/claim-fix",
         {"note": "已装围挡和警示灯。", "photos": [photo((40, 160, 60))]})
    w.do("王阿姨现场看过，确认已经解决", "resident", "POST", issue + "/verify", {})
    w.do("社区办结", "community", "POST", issue + "/close", {})
    w.refused("通知晚了一天：9 月 15 日通知，9 月 22 日验收", "street", "POST", base + "/acceptance-rounds",
              round_of(w, 1, "2026-09-22"), code="acceptance_notice_is_early_enough", rule="QLT-03")
    w.refused("验收通知书没有存入原件", "street", "POST", base + "/acceptance-rounds", round_of(w, 1, "2026-09-23"),
              code="acceptance_round_has_its_notice", rule="QLT-03")
    notice(w, "street", "acceptance_notice", 1, "2026-09-15")
    w.do("改为 9 月 23 日验收，正好提前 7 个工作日", "street", "POST", base + "/acceptance-rounds", round_of(w, 1, "2026-09-23"))
    first = w.id("round:1")
    late = w.late_person
    seats = [("owner", "street", "鹿城区五马街道办事处"), ("agent", "agent", "浙南项目管理有限公司"),
             ("contractor", "builder", "温州瓯江建设有限公司"), ("contractor", "builder2", "温州江滨市政工程有限公司"),
             ("designer", "designer", "温州城建设计院有限公司")]
    seat_all(w, first, seats)
    seat(w, first, "supervisor", late["id"], w.late["id"])

    w.chapter("第一次验收：监理单位的利害关系暴露")
    w.today("2026-09-23T14:00:00+08:00")
    dossier(w, first, "第一次")
    for login in ["street", "agent", "builder", "builder2", "supervisor", late["login"]]:
        device(w, login)
    w.say("街道、代建、施工、监理各自在自己的设备上生成密钥，公钥登记到系统")
    w.do("区旧改办查明：温州瓯江建设有限公司控股这家监理单位", "office", "POST", "/v1/control-links",
         {"organisation": w.units["温州瓯江建设有限公司"], "controlled": w.late["id"], "kind": "parent",
          "evidence": "企业信用信息公示：持股 70%", "valid_from": "2026-09-20"})
    clock(w, "2026-09-23T15:00:00+08:00")
    w.command(late["login"], "dossier", "get", first)
    w.command(late["login"], "sign", first, "--seat", "supervisor", "--opinion", "pass", "--at",
              "2030-01-01T00:00:00+08:00", want=(2,))
    w.say("签署时间写成 2030 年：命令行当场拒绝，没有进待发箱")
    w.command(late["login"], "sign", first, "--seat", "supervisor", "--opinion", "pass", "--at", "2026-09-23T15:00:00+08:00")
    sent = w.command(late["login"], "send", "--json", want=(1,))
    if "acceptance_signer_has_no_conflict" not in sent.stdout:
        unexpected(f"the conflicted signature: {sent.stdout}{sent.stderr}")
    w.show_refusal("与施工单位有控制关系的监理签署意见（命令行离线签名后发送）",
                   refusal_in(sent.stdout, "acceptance_signer_has_no_conflict"))
    w.do("街道撤销本次验收，记录保留", "street", "POST", f"/v1/acceptance-rounds/{first}/fail",
         {"outcome": "called_off", "reason": "监理单位与施工单位有利害关系，更换监理后重新组织。"})

    w.chapter("更换监理，第二次验收")
    w.today("2026-09-24T09:00:00+08:00")
    w.do("终止原监理单位", "street", "POST", f"/v1/engagements/{w.id('engagement:' + w.late['name'] + ':supervisor')}/end",
         {"valid_to": "2026-09-23", "reason": "与施工单位有控制关系"})
    w.do("登记监理：温州正信工程监理有限公司", "street", "POST", base + "/engagements",
         {"id": w.id("engagement:supervisor:2"), "organisation": w.units["温州正信工程监理有限公司"], "role": "supervisor",
          "valid_from": "2026-09-24"})
    paper(w, "supervisor", "assessment_report", "工程质量评估报告（温州正信）", "2026-09-24", key="assessment:2")
    w.refused("第二次验收沿用第一次的通知书", "street", "POST", base + "/acceptance-rounds",
              dict(round_of(w, 1, "2026-10-12"), id=w.id("round:2"), notice_on="2026-09-24"),
              code="acceptance_notice_serves_one_round", rule="QLT-03")
    notice(w, "street", "acceptance_notice", 2, "2026-09-24")
    w.do("重新通知：10 月 12 日验收（中秋、国庆放假和调休都算进 7 个工作日）", "street", "POST", base + "/acceptance-rounds",
         dict(round_of(w, 2, "2026-10-12"), notice_on="2026-09-24"))
    second = w.id("round:2")
    seats += [("supervisor", "supervisor", "温州正信工程监理有限公司")]
    seat_all(w, second, seats)
    w.today("2026-10-12T10:00:00+08:00")
    dossier(w, second, "第二次")
    sign(w, "supervisor", second, "supervisor", "2026-10-12T10:10:00+08:00", "fail", "5 幢屋面闭水试验渗漏，须返修后重新验收。")
    w.refused("监理不同意，街道仍要出证书", "street", "POST", f"/v1/acceptance-rounds/{second}/certificate",
              code="certificate_has_no_failing_seat")
    w.do("本次验收未通过，记录保留；施工单位返修屋面", "street", "POST", f"/v1/acceptance-rounds/{second}/fail",
         {"outcome": "failed", "reason": "屋面闭水试验渗漏，返修后重新组织验收。"})

    w.chapter("返修后，第三次验收")
    third = w.id("round:3")
    w.round = third
    w.today("2026-10-13T09:00:00+08:00")
    notice(w, "street", "acceptance_notice", 3, "2026-10-13")
    w.do("重新通知：10 月 22 日验收", "street", "POST", base + "/acceptance-rounds",
         dict(round_of(w, 3, "2026-10-22"), notice_on="2026-10-13"))
    seat_all(w, third, seats)
    w.refused("街道替质监站登记回执", "street", "POST", base + "/papers", notice_paper(w, "acceptance_notice_receipt", 3, "2026-10-13"),
              code="paper_is_recorded_by_its_body")
    w.refused("质监站的回执写在通知以前", "station", "POST", base + "/papers",
              notice_paper(w, "acceptance_notice_receipt", 3, "2026-09-01"),
              code="notice_receipt_answers_its_notice", rule="QLT-03")
    notice(w, "station", "acceptance_notice_receipt", 3, "2026-10-13")
    w.today("2026-10-22T10:00:00+08:00")
    dossier(w, third, "第三次")
    for login, place in [("street", "owner"), ("agent", "agent")]:
        sign(w, login, third, place, "2026-10-22T10:10:00+08:00")
    w.quiet("street", "POST", base + "/papers",
            {"id": w.id("paper:assessment"), "kind": "assessment_report", "title": "工程质量评估报告（补充）",
             "dated": "2026-10-22", **scan("工程质量评估报告（补充）")})
    dossier(w, third, "补充评估报告后重新", key="again")
    for login, place in [("builder", contractor_seat(w, third, "温州瓯江建设有限公司")), ("supervisor", "supervisor")]:
        sign(w, login, third, place, "2026-10-22T11:00:00+08:00")
    token = w.sign_in("designer", w.roster["designer"])
    current = w.quiet("street", "GET", f"/v1/acceptance-rounds/{third}/dossier")
    digest = current.headers.get("etag", current.headers.get("ETag", "")).strip('"')
    answer = w.site.call("POST", f"/v1/acceptance-rounds/{third}/opinions", token, {
        "id": w.id("opinion:designer"), "kind": "attested", "seat": "designer", "opinion": "pass", "items": [],
        "digest": digest, "words": "同意。"})
    if answer.status != 201:
        unexpected(f"the attested opinion: {answer.status} {answer.raw.decode()}")
    w.say("设计单位用密码和动态口令登录签署（系统见证，强度低于密钥签名，证书上注明）")
    w.refused("有两个席位签的是旧案卷，就想出证书", "street", "POST", f"/v1/acceptance-rounds/{third}/certificate",
              code="certificate_rests_on_one_digest")
    for login, place in [("street", "owner"), ("agent", "agent")]:
        sign(w, login, third, place, "2026-10-22T11:30:00+08:00")
    w.refused("二标段施工单位还没有签署，就想出证书", "street", "POST", f"/v1/acceptance-rounds/{third}/certificate",
              code="certificate_waits_for_all_seats")
    sign(w, "builder2", third, contractor_seat(w, third, "温州江滨市政工程有限公司"), "2026-10-22T11:40:00+08:00")
    w.do("全部席位签署同一份案卷，出具联合竣工验收证书", "street", "POST", f"/v1/acceptance-rounds/{third}/certificate")
    file = str(pathlib.Path(w.devices) / "certificate.json")
    w.command("builder", "certificate", "get", third, "-o", file, want=(7,))
    w.say("下载证书：内容完整，但签发密钥还没有核对（退出码 7）")
    public = pathlib.Path(w.devices) / "site.pub"
    public.write_text(w.published_key(), encoding="utf-8")
    w.command("builder", "verify", file, "--trust", str(public))
    w.say("用系统公示的公钥离线核验证书：签发密钥、摘要、签名、席位全部成立")
    text = pathlib.Path(file).read_text(encoding="utf-8")
    bad = str(pathlib.Path(w.devices) / "forged.json")
    pathlib.Path(bad).write_text(text.replace('"pass"', '"fail"', 1), encoding="utf-8")
    w.command("builder", "verify", bad, "--trust", str(public), want=(5,))
    w.say("改动证书一处，核验不通过（退出码 5）")


def unexpected(text):
    from site_client import Unexpected
    raise Unexpected(text)


def refusal_in(output, code):
    """The refusal inside the program's answer."""
    found = []

    def look(value):
        if isinstance(value, dict):
            if value.get("code") == code and "remedy" in value:
                found.append(value)
            for item in value.values():
                look(item)
        elif isinstance(value, list):
            for item in value:
                look(item)

    look(json.loads(output))
    if not found:
        unexpected(f"no refusal {code} in {output}")
    return found[0]


def notice_paper(w, kind, number, dated):
    title = {"acceptance_notice": "竣工验收通知书", "acceptance_notice_receipt": "验收通知回执"}[kind] + f"（第{number}次）"
    return {"id": w.id(f"paper:{kind}:{number}"), "kind": kind, "title": title, "dated": dated,
            "number": round_of(w, number, dated)["notice_number"], **scan(title)}


def notice(w, login, kind, number, dated):
    """The notice to the quality station under its number, or the station's receipt of it."""
    body = notice_paper(w, kind, number, dated)
    return w.do(f"登记《{body['title']}》", login, "POST", f"/v1/projects/{w.project}/papers", body)


def round_of(w, number, event):
    return {"id": w.id(f"round:{number}"), "event_on": event, "place": "水心小区居民活动室", "notice_on": "2026-09-15",
            "notice_number": f"水心验通〔2026〕{number}号"}


def seat(w, round_id, place, person, organisation):
    w.quiet("street", "POST", f"/v1/acceptance-rounds/{round_id}/seats",
            {"seat": place, "person": person, "organisation": organisation})


def seat_all(w, round_id, seats):
    for place, login, unit in seats:
        seat(w, round_id, place, w.people[login], w.units[unit])
    w.say("安排各方席位：建设、代建、施工（两家，各一席）、设计、监理")


def contractor_seat(w, round_id, unit):
    """Under which name a unit's own seat stands in a round."""
    card = w.quiet("street", "GET", f"/v1/acceptance-rounds/{round_id}").json
    return next(seat["seat"] for seat in card["seats"] if seat["role"] == "contractor" and seat["unit"] == unit)


def clock(w, moment):
    """Moves the demonstration's clock on within the day."""
    if moment <= getattr(w, "clock_at", ""):
        return
    w.clock_at = moment
    answer = w.site.call("POST", "/v1/demo/clock", body={"now": moment, "back": True})
    if answer.status != 200:
        unexpected(f"the clock: {answer.status} {answer.raw!r}")


def dossier(w, round_id, words, key="first"):
    answer = w.do(f"{words}封存验收案卷", "street", "POST", f"/v1/acceptance-rounds/{round_id}/dossiers",
                  {"id": w.id(f"dossier:{round_id}:{key}")})
    w.say(f"案卷摘要 SHA-256：{answer.json['sha256'][:24]}…")


def device(w, login):
    """Signs a person's device in, and makes and registers his key."""
    person = w.late_person if login == w.late_person["login"] else w.roster[login]
    attempt = lambda want: w.command(
        login, "sign-in", w.site.base, "--login", login, "--code", w.code(person), stdin=person["password"] + "\n",
        want=want)
    if attempt((0, 4)).returncode == 4:
        wait_for_the_next_code()
        attempt((0,))
    w.command(login, "key", "new")
    w.command(login, "key", "register")


def sign(w, login, round_id, place, at, opinion="pass", words=None):
    clock(w, at)
    w.command(login, "dossier", "get", round_id)
    reason = ["--words", words] if words else []
    w.command(login, "sign", round_id, "--seat", place, "--opinion", opinion, "--at", at, *reason)
    w.command(login, "send")
    said = "" if opinion == "pass" else f"，意见：不通过（{words}）"
    title = {"owner": "建设", "agent": "代建", "contractor": "施工", "design": "设计", "designer": "设计", "supervisor": "监理"}
    w.say(f"{title.get(place, '其他')}席位在设备上离线签名，联网后发送{said}")
