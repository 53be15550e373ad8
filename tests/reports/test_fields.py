"""The fields of a template: those that are declared are those that there are, and documented."""

import re
from collections.abc import Iterator, Mapping

import pytest

from bot.reports.document.context import context
from bot.reports.document.fields import DEED, FIELDS, RATE, Leaf, Rows, Shape, fields
from bot.reports.document.filling import problems
from bot.reports.document.grammar import faults
from tests.house import LIBRARY
from tests.reports.periods_by_hand import TEMPLATE, dossier, finding
from tests.reports.values import amount, said, share
from tests.words import ROOT

KNOWN = fields(LIBRARY.activities, LIBRARY.catalogue.indicators)
_FIELD = re.compile(r"^\| `([\w.]+)` \|", re.MULTILINE)


def _differing(shape: Shape, value: object, path: str) -> Iterator[str]:
    """Name where a value is not of its shape, and where the shape says nothing of a value."""
    match shape:
        case Leaf.WORDS:
            yield from () if isinstance(value, str) else (path,)
        case Leaf.FLAG:
            yield from () if isinstance(value, bool) else (path,)
        case Rows(of):
            assert isinstance(value, list)
            assert value, path
            for one in value:
                yield from _differing(of, one, f"{path}[]")
        case _:
            assert isinstance(value, Mapping), path
            yield from (f"{path}.{name}" for name in shape.keys() ^ value.keys())
            for name in shape.keys() & value.keys():
                yield from _differing(shape[name], value[name], f"{path}.{name}")


def test_what_is_declared_is_what_a_period_has() -> None:
    values = [
        share(amount(1), amount(2), group=group, id_=id_)
        for group, id_ in (("xa-hoi-so", "dt_thong_minh_ty_le"), ("to-cong-nghe-so", "tktt_ty_le"))
    ]
    found = (finding("Dân số"), finding("Số hộ", "đúng"))
    of = dossier(*values, findings=found)
    has = context(of, LIBRARY.activities, LIBRARY.catalogue, said)
    assert list(_differing(KNOWN, has, "")) == []


def test_the_annex_and_the_text_have_one_entry_for_a_figure() -> None:
    of = dossier(share(amount(1), amount(2), group="xa-hoi-so"))
    has = context(of, LIBRARY.activities, LIBRARY.catalogue, said)
    work, rows, rates, groups = (has[name] for name in ("viec", "cac_viec", "chi_tieu", "cac_nhom"))
    assert isinstance(work, dict)
    assert isinstance(rows, list)
    assert rows[0] is work["vneid_kich_hoat"]
    assert isinstance(rates, dict)
    assert isinstance(groups, list)
    assert groups[0]["chi_tieu"][0] is rates["rate"]


def test_every_field_is_documented_and_nothing_else() -> None:
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    shapes: dict[str, Mapping[str, Shape]] = {}
    for name, one in {**FIELDS, "chi_tieu": RATE}.items():
        of = one.of if isinstance(one, Rows) else one
        if isinstance(of, Mapping):
            shapes[name] = of
    assert shapes["cac_viec"] == DEED
    told: dict[str, set[str]] = {}
    for section in page.split("\n## ")[1:]:
        title = re.match(r"[^`\n]*`(\w+)`", section)
        if _FIELD.search(section):
            told[title[1] if title else ""] = {
                one.split(".")[-1] for one in _FIELD.findall(section)
            }
    flat = {name for name, one in FIELDS.items() if isinstance(one, Leaf)}
    assert told == {"": flat} | {name: set(one) for name, one in shapes.items()}


def test_flags_are_told_as_something_to_ask() -> None:
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    for name, one in FIELDS.items():
        if isinstance(one, Leaf):
            row = next(line for line in page.split("\n") if line.startswith(f"| `{name}` |"))
            assert ("để hỏi" in row) == (one is Leaf.FLAG), name


def test_the_shipped_template_is_sound() -> None:
    assert problems(TEMPLATE.read_bytes(), KNOWN) == ()


NO_FIELD = "There is no field “{field}”; docs/templates.md lists them all."
ONLY = "Only fields, “if” and “for” can stand in braces, and “{what}” is none of them."
NO_LIST = "“{field}” is no list: leave out “for”."
NESTED = "“{field}”: a list cannot be gone through inside of another one."
NOT_WORDS = "“{field}” cannot be written as it is: it has fields of its own."
UNREADABLE = "This cannot be read: {why}"
SAID = [
    ("{{ ten_xa }}", None),
    ("{% if la_xa_mau and not loai_xa %}{{ ky }}{% elif cac_viec %}a{% else %}b{% endif %}", None),
    ("{% for v in cac_viec %}{{ loop.index }} {{ v.chu }}{% else %}không{% endfor %}", None),
    (("{% for n in cac_nhom %}{% if n.ma == 'a' %}{% for c in n.co_so %}{{ c.cau }}"
     "{% endfor %}{% endif %}{% endfor %}"), None),
    ("{{ viec.vneid_kich_hoat.chu }}{{ chi_tieu.tktt_ty_le.cau }}", None),
    ("{{ ten_cua_xa }}", NO_FIELD),
    ("{{ viec.vneid_kich_hoatt.chu }}", NO_FIELD),
    ("{{ viec.vneid_kich_hoat.items }}", NO_FIELD),
    ("{{ ten_xa.__class__ }}", NO_FIELD),
    ("{% for v in cac_viec %}{{ v.ma }}{% endfor %}", NO_FIELD),
    ("{% for v in cac_viec %}{% endfor %}{{ v.ten }}", NO_FIELD),
    ("{% if khong_co %}{% endif %}", NO_FIELD),
    ("{{ viec }}", NOT_WORDS),
    ("{{ la_xa_mau }}", NOT_WORDS),
    ("{% for v in ten_xa %}{% endfor %}", NO_LIST),
    ("{% for v in viec %}{% endfor %}", NO_LIST),
    ("{% for v in cac_viec %}{% for w in cac_viec %}{% endfor %}{% endfor %}", NESTED),
    ("{% for v in cac_viec recursive %}{% endfor %}", NESTED),
    ("{% for ten_xa in cac_viec %}{% endfor %}", ("“{field}” is the name of a field: call the row "
     "otherwise.")),
    ("{% for i in range(9) %}{% endfor %}", ONLY),
    ("{{ 'a' * 999999999 }}", ONLY),
    ("{{ ten_xa() }}", ONLY),
    ("{{ ten_xa|upper }}", ONLY),
    ("{{ ten_xa['a'] }}", ONLY),
    ("{{ 9 }}", ONLY),
    ("{% set a = 9 %}", ONLY),
    ("{% include 'a' %}", ONLY),
    ("{% macro a() %}{% endmacro %}", ONLY),
    ("{% if tong > 9 %}{% endif %}", ONLY),
    ("{{ ten_xa", UNREADABLE),
    ("{% if ten_xa %}", UNREADABLE),
    ("{% nothing %}", UNREADABLE),
    ("{{ " + "(" * 9_999 + "ten_xa" + ")" * 9_999 + " }}",
     "There are too many brackets in each other."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wrong"), SAID, ids=[source[:40] for source, __ in SAID])
def test_a_template_says_fields_if_and_for_and_nothing_else(source: str, wrong: str | None) -> None:
    assert [one.message for one in faults(source, KNOWN)] == ([wrong] if wrong else [])
