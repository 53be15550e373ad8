"""Everything that can be wrong with the content, each planted once: where, how, what is said."""

import re
from dataclasses import dataclass
from pathlib import Path

GUIDE, ENGLISH = "guides/vneid-quen-mat-khau.vi.md", "guides/vneid-quen-mat-khau.en.md"
# A line is found by the first match of a pattern in the spoilt file, or by its number.
Where = str | int


@dataclass(frozen=True)
class Plant:
    """One thing done to one file, and the problem that must be found there.

    `more`: what it brings about elsewhere is found as well, and not listed here.
    """

    name: str
    file: str
    pattern: str
    put: str | bytes
    where: Where
    message: str
    others: tuple[tuple[str, Where, str], ...] = ()
    more: bool = False

    @property
    def problems(self) -> list[tuple[str, Where, str]]:
        """What must be found: file, place, sentence."""
        return [(self.file, self.where, self.message), *self.others]

    def spoil(self, content: Path) -> None:
        """Do it, in a copy of the content."""
        path = content / self.file
        if isinstance(self.put, bytes):
            path.write_bytes(self.put)
            return
        text, times = re.subn(
            self.pattern, self.put, path.read_text("utf-8"), count=1, flags=re.MULTILINE
        )
        assert times == 1, self.name
        path.write_text(text, encoding="utf-8")


MISSING = "“{key}” is missing: write one short text."
LONG = "“{key}” is too long: at most {n} characters."
LIST = "“{key}” must be a list of texts, [] for none."
ONE_OF = "“{key}” must be one of: {allowed}."
NO_LANGUAGE = "“{key}.{language}” is missing."
UNREADABLE = "This file is missing or cannot be read: put it back."
NOT_TOML = "This is not TOML: a quote, comma or bracket is off."
TOO_LONG = "Too long by {excess} characters: at most {n}."
UNKNOWN_PART = "Only “## Các bước” (1. 2. 3.) and “## Chỗ vướng” (### …) may stand here."
NO_STEP = "There is no step {n}."
NO_GUIDE = "There is no guide “{id}”."
DIFFER = "Steps and troubles differ from those of {file}."
SOURCE = "A guide names at least one source."
HTTPS = "A source's address begins with https://."
DATED = "A source has a date, or “no date”."
# A key that stands behind a table belongs to the table.
_IN_A_CASE = ((GUIDE, r'^\[\[cases\]\]\nask = "Thẻ',
               "“{key}” is not known here. Is “{meant}” meant?"),)  # fmt: skip
_DIFFERS = ((ENGLISH, 0, DIFFER),)
_SECOND_SOURCE = r"(\[\[sources\]\]\n(?:.+\n)+\n\[\[sources\]\]\n)"
_A61, _A121, _A301 = "a" * 61, "a" * 121, "a" * 301

HEADS = [
    Plant("no head", GUIDE, r"\A\+\+\+\n", "", 1,
          "A guide begins with a head between two lines of +++."),
    Plant("a file that is no text", GUIDE, "", b"+++\n\xff\xfe\n+++\n", 0, UNREADABLE),
    Plant("a head that is no TOML", GUIDE, r"^(fee = .*)\"", r"\1", r"^fee", NOT_TOML),
    Plant("an empty title", GUIDE, r"^title = .*", 'title = " "', r"^title", MISSING),
    Plant("no fee at all", GUIDE, r"^fee = .*\n", "", 2, MISSING),
    Plant("a number for a text", GUIDE, r"^time = .*", "time = 10", r"^time", MISSING),
    Plant("a long title", GUIDE, r"^title = .*", f'title = "{_A61}"', r"^title", LONG),
    Plant("a long line", ENGLISH, r"^for_whom = .*", f'for_whom = "{_A121}"', r"^for_whom", LONG),
    Plant("a text for a list", GUIDE, r"^keywords = .*", 'keywords = "mật khẩu"', r"^keywords",
          LIST),
    Plant("a list of numbers", GUIDE, r"^legal = .*", "legal = [69]", r"^legal", LIST),
    Plant("a long keyword", ENGLISH, r"^keywords = .*", f'keywords = ["{_A61}"]', r"^keywords",
          LONG),
    Plant("a text for a date", GUIDE, r"^checked = .*", 'checked = "hôm qua"', r"^checked",
          "“{key}” must be a date such as 2026-11-21."),
    Plant("an unknown confidence", GUIDE, r"^confidence = .*", 'confidence = "sure"',
          r"^confidence", ONE_OF),
    Plant("an unknown activity", GUIDE, r"^activity = .*", 'activity = "nothing"', r"^activity",
          "There is no activity “{id}”."),
    Plant("an unknown group", GUIDE, r"^group = .*", 'group = "nowhere"', r"^group",
          "There is no group “{id}”."),
    Plant("an unknown safety line", GUIDE, r"^safety = .", 'safety = ["nothing", ', r"^safety",
          "There is no safety line “{id}”."),
    Plant("fewer things to bring", ENGLISH, r"^bring = .*", "bring = []", r"^bring",
          "“{key}” has not as many entries as in Vietnamese."),
    Plant("no source", GUIDE, r"^\[\[sources\]\](.|\n)*?(?=^\+\+\+)", "", 2, SOURCE),
    Plant("a source that is a text", GUIDE, r"^\[\[sources\]\](.|\n)*?(?=^\+\+\+)",
          'sources = ["https://vneid.gov.vn"]\n', r"^sources", SOURCE, others=_IN_A_CASE),
    Plant("sources that are a number", GUIDE, r"^\[\[sources\]\](.|\n)*?(?=^\+\+\+)",
          "sources = 3\n", r"^sources", SOURCE, others=_IN_A_CASE),
    Plant("an address without https", GUIDE, _SECOND_SOURCE + 'url = "https', r'\1url = "http',
          r"(?<=\n\n)\[\[sources\]\]\nurl = \"http:", HTTPS),
    Plant("a source without an address", GUIDE, _SECOND_SOURCE + "url = .*\n", r"\1",
          r"^\[\[sources\]\]\ndate", HTTPS),
    Plant("a source without a date", GUIDE, _SECOND_SOURCE + "(url = .*\n)date = .*\n", r"\1\2",
          r"^\[\[sources\]\]\nurl = .*\n(?!date)", DATED),
]  # fmt: skip

BODIES = [
    Plant("no steps", GUIDE, r"^## Các bước\n(.|\n)*", "## Các bước\n", 0,
          "There are no steps: write them as 1. 2. 3.", others=_DIFFERS),
    Plant("words before the steps", GUIDE, r"^## Các bước", "Lạc vào đây.\n\n## Các bước", "^Lạc",
          UNKNOWN_PART),
    Plant("words among the steps", GUIDE, r"^## Chỗ vướng", "Lạc vào.\n\n## Chỗ vướng", "^Lạc",
          UNKNOWN_PART),
    Plant("an unknown heading", GUIDE, r"\Z", "\n## Ghi chú\n", "^## Ghi", UNKNOWN_PART),
    Plant("a trouble among the steps", GUIDE, r"^## Chỗ vướng", "### Lạc\n\n## Chỗ vướng", "^### L",
          UNKNOWN_PART),
    Plant("a long step", GUIDE, r"^2\. .*", f"2. {_A301}", r"^2\. a", TOO_LONG),
    Plant("a long trouble", GUIDE, r"^### .* @2$", f"### {_A61} @2", r"^### a", TOO_LONG),
    Plant("a long fix", GUIDE, r"^(### .* @5\n).*", rf"\g<1>{_A301}", r"^a{301}", TOO_LONG),
    Plant("a step too high", GUIDE, r"^(### .*) @2$", r"\1 @99", r"^### .* @99", NO_STEP,
          others=_DIFFERS),
    Plant("step nought", GUIDE, r"^(### .*) @2$", r"\1 @0", r"^### .* @0", NO_STEP,
          others=_DIFFERS),
    Plant("a trouble without a fix", GUIDE, r"^(### .* @5\n).*\n", r"\1", r"^### .* @5",
          "This trouble has no fix below it."),
    Plant("a link to nowhere", GUIDE, r"^(### .* @2\n).*", r"\1Xem [kia](nowhere).", r"^### .* @2",
          NO_GUIDE, others=_DIFFERS),
    Plant("a step less in English", ENGLISH, r"^8\. .*\n", "", 0, DIFFER),
    Plant("another step's trouble in English", ENGLISH, r"^(### .*) @2$", r"\1 @3", 0, DIFFER),
]  # fmt: skip

SHELVES = [
    Plant("no TOML in a shelf", "groups.toml", r'^(id = "cu-tru)"', r"\1", r'^id = "cu-tru',
          NOT_TOML, more=True),
    Plant("activities that are no text", "activities.toml", "", b"\xff", 0, UNREADABLE, more=True),
    Plant("groups that are no text", "groups.toml", "", b"\xff", 0, UNREADABLE, more=True),
    Plant("safety that is no text", "safety.toml", "", b"\xff", 0, UNREADABLE, more=True),
    Plant("an empty shelf", "activities.toml", "", b"# nothing\n", 1,
          "There is no [[{key}]] here.", more=True),
    Plant("an unknown unit", "activities.toml", r'^unit = "buổi"', 'unit = "cái"', r'^unit = "cái"',
          ONE_OF),
    Plant("no unit", "activities.toml", r'^unit = "buổi"\n', "",
          r'^\[\[activities\]\]\nid = "tuyen_truyen"', ONE_OF),
    Plant("an unknown field", "activities.toml", r'^field = "doi-song-so"', 'field = "so"',
          r'^field = "so"', ONE_OF),
    Plant("no field", "activities.toml", r'^(unit = "buổi"\n)field = .+\n', r"\1",
          r'^\[\[activities\]\]\nid = "tuyen_truyen"', ONE_OF),
    Plant("an activity without an id", "activities.toml", r'^id = "phan_anh"\n', "",
          r'^\[\[activities\]\]\nunit = "lượt"\nfield = ".+"\n.*Chuyển', MISSING, more=True),
    Plant("a group without English", "groups.toml", r'^title\.en = "Residence"\n', "",
          r"^title\.vi = .Cư trú", NO_LANGUAGE),
    Plant("a group without a title", "groups.toml", r"^title\.vi = .Cư trú.*\ntitle\.en = .*\n", "",
          r'^\[\[groups\]\]\nid = "cu-tru"', NO_LANGUAGE,
          others=(("groups.toml", r'^\[\[groups\]\]\nid = "cu-tru"', NO_LANGUAGE),)),
    Plant("a long label", "groups.toml", r'^title\.en = "Residence"', f'title.en = "{_A61}"',
          r"^title\.vi = .Cư trú", LONG),
    Plant("a safety line without words", "safety.toml", r'^vi = "Máy dùng.*\n', "",
          r'^\[\[safety\]\]\nid = "dang-xuat"', MISSING),
    Plant("a long safety line", "safety.toml", r'^en = "On a shared.*', f'en = "{_A121}"',
          r'^en = "a', LONG),
]  # fmt: skip

ENTRIES = [
    Plant("entry words that are no text", "entries.toml", "", b"\xff", 0, UNREADABLE),
    Plant("a meaning without words", "entries.toml", r'^say = \["pa".*', "say = []", r"^say = \[\]",
          "“say” must name at least one word."),
    Plant("a guide id with capitals", "entries.toml", r'^id = "ly-lich-tu-phap"',
          'id = "Ly lich"', r'^id = "Ly lich"',
          "“{id}” is not the id of a guide: a-z, 0-9 and - only."),
    Plant("words for a service that nobody knows", "entries.toml", r'^id = "ly-lich-tu-phap"',
          'id = "ly-lich"', r'^id = "ly-lich"$',
          "“{id}” is neither a guide nor a public service."),
    Plant("a deed about a service that nobody knows", "entries.toml",
          r'^service = "vneid-doi-may"', 'service = "vneid-may"', r'^service = "vneid-may"$',
          "“{id}” is neither a guide nor a public service."),
    Plant("a deed of an unknown activity", "entries.toml",
          r'^activity = "chu_ky_so"\nneeds', 'activity = "chu_ky"\nneeds',
          r'^activity = "chu_ky"$', "There is no activity “{id}”.",
          others=(("entries.toml", r'^activity = "chu_ky"$',
                   "“{id}” has no [[counting]] of its own."),)),
    Plant("an activity that is not counted", "entries.toml",
          r'^\[\[counting\]\]\nactivity = "tmdt_gian_hang"\n(.+\n)+?(?=\[\[)', "",
          r'^activity = "tmdt_gian_hang"$', "“{id}” has no [[counting]] of its own."),
    Plant("a sense without words", "entries.toml", r'^needs = \["signature"\]',
          'needs = ["signed"]', r'^needs = \["signed"\]', "No words have the sense “{id}”."),
]  # fmt: skip

_CASE, _DECIDES = r"^\[\[cases\]\]\nask = \"a", r"^\[\[cases\]\]\nask = \"Bà con quên"
_MORE = '[[cases]]\nask = "a"\nanswers = [{ say = "b" }, { say = "c" }]\n'
_ASKED = ((ENGLISH, r"^\[\[cases\]\]", "The questions differ from those in Vietnamese."),)
CASES = [
    Plant("a fourth question", GUIDE, r"^(?=\[\[sources\]\])", _MORE, r"^\[\[cases\]\]",
          "At most {n} questions are asked before the steps.",
          others=_ASKED),
    Plant("a question without an answer", GUIDE, r'^  \{ say = "Mật khẩu để.*\n', "", _DECIDES,
          "A question needs “ask” and two or more “answers”, each with “say”.",
          others=_ASKED),
    Plant("an answer that leads to two places", GUIDE, r'(guide = "vneid-quen-passcode")',
          r"\1, step = 1", _DECIDES,
          "An answer leads to one place: a guide, a step or a piece of advice.", others=_ASKED),
    Plant("an answer that leads nowhere", GUIDE, r'guide = "vneid-quen-passcode"',
          'guide = "nowhere"', _DECIDES, NO_GUIDE, others=_ASKED),
    Plant("an answer that leads to no step", GUIDE, r'guide = "vneid-quen-passcode"',
          "step = 99", _DECIDES, NO_STEP, others=_ASKED),
    Plant("a long question", GUIDE, r'^ask = "Bà con quên.*', f'ask = "{_A121}"', _CASE, LONG),
    Plant("a question less in English", ENGLISH,
          r"^\[\[cases\]\]\nask = .Which one.*\nanswers = \[\n(?:  .*\n)+\]\n", "",
          r"^\[\[cases\]\]", "The questions differ from those in Vietnamese."),
]  # fmt: skip

SEARCH = [
    Plant("search words that are no text", "search.toml", "", b"\xff", 0, UNREADABLE),
    Plant("search words that are no TOML", "search.toml", r'^mean = "làm"', 'mean = "làm',
          r'^mean = "làm$', NOT_TOML),
    Plant("a search word that means nothing", "search.toml", r'^mean = "làm"', 'mean = ""',
          r'^mean = ""', MISSING),
    Plant("a meaning that is never said", "search.toml", r'^say = \["mần"\]', "say = []",
          r"^say = \[\]", "“say” must name at least one word."),
    Plant("a search word that stands twice", "search.toml", r'^say = \["mần"\]',
          'say = ["mần", "bịnh"]', r'^say = \["bịnh"\]', "“{words}” stands here twice."),
    Plant("a search word that is too long", "search.toml", r'^say = \["mần"\]', f'say = ["{_A61}"]',
          rf'^say = \["{_A61}"\]', LONG),
    Plant("a text for a list of fillers", "search.toml", r"^words = .*", 'words = "dạ"', r"^words",
          LIST),
    Plant("no fillers", "search.toml", r"^\[\[filler\]\]\n.*\n", "", 1,
          "There is no [[{key}]] here."),
]  # fmt: skip

PLANTS = [*HEADS, *BODIES, *CASES, *SHELVES, *ENTRIES, *SEARCH]
