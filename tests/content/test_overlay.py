"""What a commune lays over the content: its own guides, groups, and parts of guides."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.domain.guides import Guide
from bot.library.shelves import load
from tests.content import plants, rule_plants
from tests.content.plants import MISSING, NO_LANGUAGE, NOT_TOML, UNREADABLE
from tests.house import CONTENT, LIBRARY

BOTH, VIETNAMESE, CARELESS = "vneid-quen-mat-khau", "vneid-ma-so-thue", "so-ung-dung-tinh"
PART = """checked = 2026-11-20
review_by = 2027-01-31
fee.vi = "xã không thu gì"
fee.en = "the commune charges nothing"
more_help.vi = ["Tổ công nghệ số xã: 0000 000 000"]
more_help.en = ["The commune's digital team: 0000 000 000"]

[[steps]]
instead_of = "Chọn “Nhập thông tin xác thực”"
vi = "Bước của xã."
en = "The commune's step."
"""
GROUP = '[[groups]]\nid = "viec-xa"\ntitle.vi = "Việc của xã"\ntitle.en = "The commune\'s own"\n'


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """An empty folder of a commune."""
    (tmp_path / "guides").mkdir()
    return tmp_path


def _part(overlay: Path, text: str = PART, guide: str = BOTH) -> Path:
    path = overlay / "guides" / f"{guide}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _found(overlay: Path, today: date | None = None) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.text.message) for one in load(CONTENT, overlay, today)[1]]


def _guide(overlay: Path, guide: str = BOTH) -> Guide:
    library, problems = load(CONTENT, overlay)
    assert problems == ()
    return library.guides[guide]


def test_an_empty_folder_changes_nothing(overlay: Path) -> None:
    (overlay / "README.md").write_text("Của xã.\n", encoding="utf-8")
    (overlay / ".gitignore").write_text("\n", encoding="utf-8")
    library, problems = load(CONTENT, overlay)
    assert problems == ()
    assert library.guides == LIBRARY.guides
    assert library.groups == LIBRARY.groups


def test_parts_take_the_place_of_what_is_below_in_both_languages(overlay: Path) -> None:
    _part(overlay)
    guide, below = _guide(overlay), LIBRARY.guides[BOTH]
    assert guide.fee.by_language == {"vi": "xã không thu gì", "en": "the commune charges nothing"}
    assert guide.help[1:] == below.help
    assert guide.help[0].of("en") == "The commune's digital team: 0000 000 000"
    assert guide.steps[2].by_language == {"vi": "Bước của xã.", "en": "The commune's step."}
    assert (guide.local, guide.local_steps) == (True, frozenset({3}))
    assert (guide.checked, guide.review_by) == (date(2026, 11, 20), date(2027, 1, 31))
    # All the rest, and all other guides, are as they were.
    assert guide.steps[:2] + guide.steps[3:] == below.steps[:2] + below.steps[3:]
    assert below == replace(
        guide,
        fee=below.fee,
        help=below.help,
        steps=below.steps,
        checked=below.checked,
        review_by=below.review_by,
        local=False,
        local_steps=frozenset(),
    )
    others = {name: one for name, one in LIBRARY.guides.items() if name != BOTH}
    found = load(CONTENT, overlay)[0].guides
    assert {name: one for name, one in found.items() if name != BOTH} == others


def test_a_list_can_be_replaced_whole_and_added_to(overlay: Path) -> None:
    _part(overlay, 'checked = 2026-11-20\nreview_by = 2027-01-31\nhelp.vi = ["Nhà văn hoá"]\n'
          'more_bring.vi = ["Phiếu của xã"]\ntime.vi = "sáng thứ hai"\n', VIETNAMESE)  # fmt: skip
    guide, below = _guide(overlay, VIETNAMESE), LIBRARY.guides[VIETNAMESE]
    assert [one.of("vi") for one in guide.help] == ["Nhà văn hoá"]
    assert guide.bring[0].of("vi") == "Phiếu của xã"
    assert guide.bring[1:] == below.bring
    assert guide.time.of("vi") == "sáng thứ hai"
    assert guide.local_steps == frozenset()


def test_a_later_review_below_stays_what_it_was(overlay: Path) -> None:
    _part(overlay, PART.replace("2027-01-31", "2099-01-01").replace("2026-11-20", "2098-01-01"))
    guide, below = _guide(overlay), LIBRARY.guides[BOTH]
    assert (guide.checked, guide.review_by) == (below.checked, below.review_by)


def test_a_whole_guide_hides_the_one_below_in_every_language(overlay: Path) -> None:
    text = (CONTENT / "guides" / f"{BOTH}.vi.md").read_text("utf-8")
    path = overlay / "guides" / f"{BOTH}.vi.md"
    path.write_text(text.replace("không mất tiền", "xã không thu"), encoding="utf-8")
    guide = _guide(overlay)
    assert guide.fee.of("vi") == "xã không thu"
    # The English below says something else.
    assert guide.title.of("en") == guide.title.of("vi")
    assert (guide.local, guide.local_steps) == (True, frozenset())


def test_a_guide_and_a_group_of_its_own_are_offered_with_the_rest(overlay: Path) -> None:
    text = (CONTENT / "guides" / f"{VIETNAMESE}.vi.md").read_text("utf-8")
    text = re.sub(r"^title = .*", 'title = "Lịch thu rác"', text, flags=re.MULTILINE)
    text = re.sub(r"^group = .*", 'group = "viec-xa"', text, flags=re.MULTILINE)
    text = re.sub(r"^phrases = \[(.|\n)*?^\]", "phrases = []", text, flags=re.MULTILINE)
    (overlay / "guides" / "xa-thu-rac.vi.md").write_text(text, encoding="utf-8")
    (overlay / "groups.toml").write_text(GROUP, encoding="utf-8")
    library, problems = load(CONTENT, overlay)
    assert problems == ()
    assert library.groups[-1].title.of("vi") == "Việc của xã"
    assert [one.id for one in library.guides.values() if one.local] == ["xa-thu-rac"]
    assert library.find("lịch thu rác").results[0].id == "xa-thu-rac"


NO_ONE = "{n} steps of the guide begin with “{words}”: name one."
TEXT = "“{key}” must be a date such as 2026-11-21."
TABLES = "Each step is a table of its own: [[steps]]."
WRONG = [
    ("a part in Vietnamese only", r"^fee\.en.*\n", "", r"^fee\.vi", NO_LANGUAGE),
    ("a step in Vietnamese only", r"^en = .*\n", "", r"^\[\[steps", NO_LANGUAGE),
    ("an unknown language", r"^fee\.en", 'fee.eng = "a"\nfee.en', r"^fee\.vi", rule_plants.UNKNOWN),
    ("an unknown part", r"^fee\.vi", 'fees.vi = "a"\nfee.vi', r"^fees", rule_plants.UNKNOWN),
    ("a slip in a step", r"^(instead_of)", r'vn = "a"\n\1', r"^\[\[steps", rule_plants.UNKNOWN),
    ("a number for a text", r"^fee\.en = .*", "fee.en = 3", r"^fee\.en", MISSING),
    ("a long text", r"^fee\.en = .*", f'fee.en = "{"a" * 121}"', r"^fee\.en", plants.LONG),
    ("an item less in English", r"^(more_help\.vi = \[)", r'\1"Nhà văn hoá", ', r"^more_help\.en",
     "“{key}” has not as many entries as in Vietnamese."),
    ("another telephone in English", r"^(more_help\.en.*)000\"", r'\g<1>999"', r"^more_help\.en",
     rule_plants.NUMBERS),
    ("a step that the guide has not", r"^instead_of = .*", 'instead_of = "Nhập"', r"^\[\[steps",
     NO_ONE),
    ("more than one step", r"^instead_of = .*", 'instead_of = "Bà con"', r"^\[\[steps", NO_ONE),
    ("a step that names none", r"^instead_of = .*\n", "", r"^\[\[steps", NO_ONE),
    ("a step twice", r"\Z", '\n[[steps]]\ninstead_of = "Chọn “Nhập"\nvi = "a"\nen = "b"\n',
     r'^\[\[steps\]\]\ninstead_of = "Chọn “Nhập"', rule_plants.TWICE),
    ("a long step", r"^vi = .*", f'vi = "{"a" * 301}"', r"^\[\[steps", plants.TOO_LONG),
    ("a step of three sentences", r"^vi = .*", 'vi = "A. B. C."', r"^\[\[steps",
     rule_plants.SENTENCES),
    ("one table for all steps", r"^\[\[steps\]\]", "[steps]", r"^\[steps", TABLES),
    ("a number for a step", r"^en = .*", "en = 3", r"^\[\[steps", MISSING),
    ("an unsafe address", r"^vi = .*", 'vi = "Gõ http://a.vn."', r"^vi", rule_plants.UNSAFE),
    ("no day of the check", r"^checked = .*\n", "", 1, TEXT),
    ("a review before the check", r"^review_by = .*", "review_by = 2026-11-20", r"^review_by",
     rule_plants.REVIEW),
    ("no TOML", r"^(fee\.vi = .*)\"", r"\1", r"^fee\.vi", NOT_TOML),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "put", "where", "said"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG]
)
def test_what_is_wrong_with_a_part_is_found_in_its_own_file(
    overlay: Path, pattern: str, put: str, where: str | int, said: str
) -> None:
    text, times = re.subn(pattern, put, PART, count=1, flags=re.MULTILINE)
    assert times == 1
    path = _part(overlay, text)
    if isinstance(where, str):
        found = re.search(where, text, re.MULTILINE)
        assert found
        where = text[: found.start()].count("\n") + 1
    assert _found(overlay) == [(str(path), where, said)]


@pytest.mark.parametrize("key", ["help", "more_help", "more_bring"])
def test_a_text_for_a_list_is_found(overlay: Path, key: str) -> None:
    part = f'checked = 2026-11-20\nreview_by = 2027-01-31\n{key}.vi = "a"\n'
    path = _part(overlay, part, VIETNAMESE)
    assert _found(overlay) == [(str(path), 3, plants.LIST)]


def test_a_step_that_calls_for_a_safety_line_needs_it_below(overlay: Path) -> None:
    below = LIBRARY.guides[CARELESS].steps[0].of("vi")
    part = 'checked = 2026-11-20\nreview_by = 2027-01-31\n[[steps]]\nvi = "Chụp thẻ."\n'
    part += f'instead_of = "{below}"\n'
    path = _part(overlay, part, CARELESS)
    assert _found(overlay) == [(str(path), 3, rule_plants.NEEDED)]


def test_a_part_has_a_review_of_its_own(overlay: Path) -> None:
    path = _part(overlay)
    due, after = date(2027, 1, 31), date(2027, 2, 1)
    overdue = "Overdue since {day}: look at the sources, then set new days."
    assert (str(path), 2, overdue) not in _found(overlay, due)
    assert (str(path), 2, overdue) in _found(overlay, after)


def test_files_that_nobody_reads_are_found(overlay: Path) -> None:
    _part(overlay, guide="vneid-quen-mat-kau")
    (overlay / "activities.toml").write_text("", encoding="utf-8")
    english = overlay / "guides" / f"{BOTH}.en.md"
    english.write_text("+++\n+++\n", encoding="utf-8")
    broken = overlay / "guides" / f"{VIETNAMESE}.toml"
    broken.write_bytes(b"\xff")
    assert _found(overlay) == sorted([
        (str(overlay / "activities.toml"), 0,
         "Nothing of this name can be laid over the content."),
        (str(overlay / "guides" / "vneid-quen-mat-kau.toml"), 0, "There is no guide “{id}”."),
        (str(english), 0, "A guide needs a file named <id>.vi.md."),
        (str(broken), 0, UNREADABLE),
    ])  # fmt: skip


def test_whole_guides_and_groups_are_checked_alike(overlay: Path) -> None:
    text = (CONTENT / "guides" / f"{VIETNAMESE}.vi.md").read_text("utf-8")
    path = overlay / "guides" / f"{VIETNAMESE}.vi.md"
    spoilt = re.sub(r"^group = .*", 'group = "nowhere"', text, flags=re.MULTILINE)
    path.write_text(spoilt, encoding="utf-8")
    groups = overlay / "groups.toml"
    groups.write_text(GROUP.replace("viec-xa", "cu-tru"), encoding="utf-8")
    assert _found(overlay) == sorted([
        (str(path), 3, "There is no group “{id}”."),
        (str(groups), 2, rule_plants.TWICE),
    ])  # fmt: skip
