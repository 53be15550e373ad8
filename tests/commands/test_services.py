"""`toso services`: the essential public services, for people and for programs."""

from tests.commands.conftest import Toso
from tests.house import LIBRARY

SERVICES = LIBRARY.services


def test_the_services_are_one_value_with_their_sources(toso: Toso) -> None:
    ran = toso("services", "--json", language="en")
    assert (ran.code, ran.err) == (0, "")
    assert list(ran.json) == ["decisions", "services", "missing"]
    assert [one["id"] for one in ran.json["services"]] == [one.id for one in SERVICES]
    service = SERVICES.named("dvc-dang-ky-ket-hon")
    assert service
    assert next(one for one in ran.json["services"] if one["id"] == service.id) == {
        "id": "dvc-dang-ky-ket-hon",
        "decision": "qd-06-2022",
        "number": 11,
        "name": "Registering a marriage",
        "owner": "Ministry of Justice",
        "online": ["portal"],
        "office": "Commune Public Service Centre",
        "codes": ["1.000894"],
        "guides": ["dvc-dang-ky-ket-hon"],
        "confidence": "high",
        "sources": [{"url": one.url, "date": one.date} for one in service.sources],
    }


def test_how_sure_the_numbers_are_and_what_is_missing_stands_beside_them(toso: Toso) -> None:
    told = toso("services", "--json").json
    assert [(one["id"], one["count"], one["numbering"]) for one in told["decisions"]] == [
        ("qd-06-2022", 25, "medium"),
        ("qd-422-2022", 28, "low"),
    ]
    assert told["decisions"][0]["checked"] == SERVICES.decisions[0].checked.isoformat()
    assert told["decisions"][0]["review_by"] == SERVICES.decisions[0].review_by.isoformat()
    (lack,) = SERVICES.missing
    assert told["missing"] == [
        {
            "decision": "qd-422-2022",
            "rows": 25,
            "why": lack.why.of("vi"),
            "who": lack.who.of("vi"),
        }
    ]


def test_people_read_one_service_a_line_and_last_what_is_missing(toso: Toso) -> None:
    lines = toso("services").out.splitlines()
    assert lines[0] == "Quyết định 06/QĐ-TTg ngày 6/1/2022"
    assert lines[11] == f"  11  {'dvc-dang-ky-ket-hon':32} Đăng ký kết hôn"
    assert lines[26] == "Quyết định 422/QĐ-TTg ngày 4/4/2022"
    assert lines[27] == f"   –  {'cu-tru-xac-nhan-ct07':32} Xác nhận thông tin về cư trú"
    assert lines[-1] == f"Còn thiếu: 25. {SERVICES.missing[0].who.of('vi')}"
    assert len(lines) == 2 + len(SERVICES.known) + len(SERVICES.missing)
