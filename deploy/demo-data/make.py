"""Makes roster.json and scheme.json: invented people and units of Lucheng, with right check characters."""

import json
import pathlib
import uuid

HERE = pathlib.Path(__file__).parent
SPACE = uuid.UUID("6f1f5a52-6a2c-5d0a-9d3e-330302000000")
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]


SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def ident(name):
    return str(uuid.uuid5(SPACE, name))


def credit_code(number, kind="91"):
    """A unified social credit code (GB 32100) of an invented unit in Lucheng."""
    body = f"{kind}330302MA2{number:06d}"
    total = sum(ALPHABET.index(c) * w for c, w in zip(body, WEIGHTS))
    return body + ALPHABET[(31 - total % 31) % 31]


UNITS = [
    ("street", "鹿城区五马街道办事处", "government", "11"),
    ("community", "五马街道水心社区居民委员会", "community", "54"),
    ("owners", "水心小区业主委员会", "owners_body", "54"),
    ("office", "鹿城区老旧小区改造工作领导小组办公室", "government", "11"),
    ("group", "鹿城区老旧小区改造工作领导小组", "government", "11"),
    ("finance", "鹿城区财政局", "government", "11"),
    ("station", "鹿城区建设工程质量监督站", "government", "12"),
    ("builder", "温州瓯江建设有限公司", "contractor", "91"),
    ("builder2", "温州江滨市政工程有限公司", "contractor", "91"),
    ("epc", "浙南工程总承包有限公司", "contractor", "91"),
    ("epc-child", "浙南项目管理有限公司", "consultant", "91"),
    ("designer", "温州城建设计院有限公司", "designer", "91"),
    ("surveyor", "温州勘察测绘有限公司", "surveyor", "91"),
    ("supervisor", "温州正信工程监理有限公司", "supervisor", "91"),
    ("cost", "温州中衡工程造价咨询有限公司", "consultant", "91"),
    ("auditor", "温州明审会计师事务所有限公司", "auditor", "91"),
    ("water", "温州市自来水有限公司", "utility", "91"),
    ("power", "温州鹿城供电公司", "utility", "91"),
    ("gas", "温州市燃气有限公司", "utility", "91"),
    ("heat", "温州热力有限公司", "utility", "91"),
    ("telecom", "温州通信建设有限公司", "utility", "91"),
    ("catv", "中广有线温州分公司", "utility", "91"),
    ("epc-free", "温州东瓯工程总承包有限公司", "contractor", "91"),
    ("government", "温州市鹿城区人民政府", "government", "11"),
    ("development", "温州市鹿城区发展和改革局", "government", "11"),
]

# Which unit is which body of the district.
BODIES = [
    ("renovation_office", "office"),
    ("leading_group", "group"),
    ("district_leader", "government"),
    ("development_bureau", "development"),
]

PEOPLE = [
    ("street", "陈建国", "street", "construction_unit"),
    ("street2", "林晓东", "street", "construction_unit"),
    ("community", "郑小芳", "community", "community"),
    ("owners", "黄文斌", "owners", "owners_body"),
    ("office", "吴海燕", "office", "renovation_office"),
    ("office2", "徐志强", "office", "renovation_office"),
    ("group", "周立新", "group", "leading_group"),
    ("finance", "朱敏", "finance", "finance_bureau"),
    ("station", "胡正", "station", "quality_station"),
    ("builder", "叶勇", "builder", "contractor"),
    ("builder2", "潘伟", "builder2", "contractor"),
    ("epc", "夏峰", "epc", "epc_contractor"),
    ("designer", "苏文", "designer", "designer"),
    ("surveyor", "谢良", "surveyor", "surveyor"),
    ("supervisor", "金晓明", "supervisor", "supervisor"),
    ("supervisor2", "蔡国平", "supervisor", "supervisor"),
    ("cost", "邵静", "cost", "cost_consultant"),
    ("auditor", "方明", "auditor", "tracking_auditor"),
    ("agent", "卢建平", "epc-child", "agent_construction"),
    ("volunteer", "戴师傅", "owners", "volunteer_supervisor"),
    ("resident", "王阿姨", "owners", "resident"),
    ("water", "水务王工", "water", "utility"),
    ("power", "电力李工", "power", "utility"),
    ("gas", "燃气赵工", "gas", "utility"),
    ("heat", "热力孙工", "heat", "utility"),
    ("telecom", "通信钱工", "telecom", "utility"),
    ("catv", "有线冯工", "catv", "utility"),
    ("leader", "金国强", "government", "leading_group"),
    ("development", "陈思远", "development", "renovation_office"),
]

STAFF = {"construction_unit", "renovation_office", "supervisor", "designer", "contractor", "surveyor",
         "agent_construction"}


def newcomer(run):
    """A supervision unit of one walk alone, whose owner comes to light too late; `run` names the walk."""
    number = 100_000 + uuid.uuid5(SPACE, f"unit:late:{run}").int % 900_000
    name = f"温州衡信工程监理有限公司（{run}）"
    unit = {"id": ident(f"unit:late:{run}"), "credit_code": credit_code(number), "name": name, "kind": "supervisor"}
    login = f"late-{run}"
    person = {
        "id": ident("person:" + login), "name": "薛志远", "login": login, "password": f"demo-{login}-passphrase",
        "one_time_secret": SECRET,
        "appointments": [{
            "id": ident("appointment:" + login), "district": 1, "organisation": unit["id"], "role": "supervisor",
            "from": "2025-01-01",
        }],
    }
    return {"districts": [], "organisations": [unit], "people": [person]}


def roster():
    people = []
    for login, name, unit, role in PEOPLE:
        person = {
            "id": ident("person:" + login), "name": name, "login": login, "password": f"demo-{login}-passphrase",
            "appointments": [{
                "id": ident("appointment:" + login), "district": 1, "organisation": ident("unit:" + unit),
                "role": role, "from": "2025-01-01",
            }],
        }
        if role in STAFF:
            # Known to all: these people are invented, and the demonstration shows how they sign in.
            person["one_time_secret"] = SECRET
        people.append(person)
    return {
        "districts": [{"district": 1, "name": "鹿城区", "code": "330302", "from": "2000-01-01"}],
        "organisations": [
            {"id": ident("unit:" + key), "credit_code": credit_code(n + 1, kind), "name": name, "kind": what,
             **({"facilities": [key]} if what == "utility" else {})}
            for n, (key, name, what, kind) in enumerate(UNITS)
        ],
        "people": people,
        "bodies": [
            {"district": 1, "body": body, "organisation": ident("unit:" + unit), "from": "2020-01-01"}
            for body, unit in BODIES
        ],
    }


# code, title, class, kind, unit, quantity, yuan
ITEMS = [
    ("A01", "消防设施增配改造", "mandatory", "fire_safety", "套", 60, 600_000),
    ("A02", "雨污管网改造", "mandatory", "storm_sewage", "米", 1200, 900_000),
    ("A03", "排水系统疏通与窨井更换", "mandatory", "drainage", "座", 100, 400_000),
    ("A04", "线路整理入地", "mandatory", "line_tidying", "米", 1000, 350_000),
    ("A05", "垃圾分类收集点", "mandatory", "waste_sorting", "处", 3, 150_000),
    ("B01", "小区道路沥青罩面", "basic", "roads", "平方米", 4000, 1_200_000),
    ("B02", "屋面防水修缮", "basic", "roof", "平方米", 5000, 1_500_000),
    ("B03", "公共照明更换", "basic", "lighting", "盏", 100, 500_000),
    ("C01", "绿化提升", "improve", "greening", "平方米", 2000, 500_000),
    ("C02", "非机动车棚与充电", "improve", "bicycles", "处", 4, 400_000),
    ("C03", "休闲活动场地", "improve", "grounds", "处", 3, 300_000),
    ("D01", "邻里服务中心用房", "upgrade", "service_rooms", "平方米", 160, 800_000),
    ("E01", "加装电梯", "improve", "elevator", "部", 2, 900_000),
]


def households():
    """Twenty buildings of fifteen floors, two homes of 80 ㎡ on each."""
    return [{"building": str(building), "room": f"{floor:02d}{home:02d}", "area": "80.00"}
            for building in range(1, 21) for floor in range(1, 16) for home in (1, 2)]


def scheme():
    return {
        "name": "水心小区老旧小区改造项目", "place": "330302", "approved_on": "2025-11-20",
        "construction_unit": ident("unit:street"), "other_fen": 76_000_000, "contingency_fen": 38_000_000,
        "community": {
            "name": "水心小区", "address": "温州市鹿城区五马街道水心街 18 号", "completed_on": "1996-06-30",
            "households": 600, "area": "48000.00", "body_kind": "owners_committee", "body_name": "水心小区业主委员会",
            "residents_committee": ident("unit:community"), "owners_body": ident("unit:owners"),
        },
        "scope": {
            "ref_date": "2025-11-20", "in_demolition_range": False, "no_danger": True, "hollow_slab_hazard": False,
            "list_version": "鹿城区城中村改造计划（2025 年）", "list_checked_on": "2025-11-10",
        },
        "items": [
            {"code": code, "title": title, "class": cls, "kind": kind, "unit": unit,
             "quantity_milli": quantity * 1000, "amount_fen": yuan * 100}
            for code, title, cls, kind, unit, quantity, yuan in ITEMS
        ],
        "households": households(),
    }


if __name__ == "__main__":
    for name, value in (("roster", roster()), ("scheme", scheme())):
        (HERE / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
