"""Everything that can be wrong with indicators, targets and deadlines, each planted once."""

import re

from tests.content.plants import (
    LONG,
    MISSING,
    ONE_OF,
    UNREADABLE,
    Plant,
)
from tests.content.rule_plants import UNKNOWN

_I, _T = "indicators.toml", "targets.toml"
_A61, _A201 = "a" * 61, "a" * 201
TWICE = "“{words}” stands here twice."
_DATE = "“{key}” must be a date such as 2026-11-21."
_WHOLE = "“{key}” must be a whole number from {low} to {high}."
_TRUTH = "“{key}” is true or false."
_NUMBER = "“{key}” must be a number such as 80 or 22.5."
_ITEMS = "“{key}” must be a list of tables, each on a line: {form}"
_NOT_FOR = "“{key}” is not for what comes from {origin}."
_OF = "“of” must name what is counted: one thing, or more of events and sums."
_COUNTS = "“{id}” counts {unit}: it cannot be counted here."
_NO_ACTIVITY = "There is no activity “{id}”."
_NO_GIVER = "There is no giver “{id}”."
_FLOW_HAS = "A flow has no “{key}”: only a stock has."
_NO_QUESTION = "The survey has no question “{id}”."
_ASKS_FROM = "The survey asks “{id}” from {n} years."
_OF_NOBODY = "“{id}” is not asked of anybody else."
_UNIT = "The unit must be “{unit}” here."
_NO_AGE = "Only people, and what each has one of, have an age: no “floor” here."
_NO_QUANTITY = "There is no quantity “{id}”."
_CIRCLE = "A sum is made of itself: {circle}."
_ADDED = "A flow and a stock cannot be added up."
_NO_GROUP = "There is no group “{id}”."
_OF_COUNT = "A count has no denominator."
_NO_SHARE = "“{above}” is no share of “{below}”: the units are unlike."
_NO_DENSITY = "“{above}” over “{below}” is a share, no density."
_NO_RATE = "A flow and a stock make no rate."
_SURVEYED = "A rate of the survey is out of those whom the same question was about (“among”)."
_OTHER_AGE = "“{id}” counts from another age than “floor” says."
_NO_DOCUMENT = "There is no document “{id}”."
_MOST = "A share is at most 100 %."
_NEEDS_ONE = "“{key}” must name at least one quantity."
_UNLIKE_RUNG = "“{id}” is not of one unit, age and kind with the others."
_NO_FIELD = "A rule of kind “{kind}” has no “{key}”."
_SIDES = "“{kind}” compares other things: see docs/indicators.md."
_OPTIONAL = "“optional” names some of “left”, not all of it."
_LOW_HIGH = "“low” must be less than “high”."
_UNLIKE = "“{above}” and “{below}” are of unlike units."
_AGAINST = "A flow and a stock are held against each other here."
_NO_INDICATOR = "There is no indicator “{id}”."
_AFTER = "A target is for a day after its document."
_ASKED_AGE = "The survey asks about people from {n} years: no other age can be had."
_NOT_BY_AGE = "“{id}” is not out of people from an age."
_SHARED = "“{id}” is also part of “{other}”, which keeps its age."


def _posts(name: str, old: str, new: str, message: str) -> Plant:
    """Spoil one line of a quantity that nothing is made of."""
    pattern = rf'^(id = "tin_bai"\n(?:.+\n)*?){old}'
    return Plant(name, _I, pattern, rf"\1{new}", f"^{re.escape(new)}", message)


def _age(name: str, indicator: str, floor: int, message: str) -> Plant:
    """Choose another age for an indicator."""
    table = f'\n[[floors]]\nindicator = "{indicator}"\nfloor = {floor}\n'
    table += 'document = "00/KH-UBND"\nsigned = 2026-01-15\n'
    return Plant(name, _T, r"\Z", table, f"^floor = {floor}", message)


FILES = [
    Plant("indicators that are no text", _I, "", b"\xff", 0, UNREADABLE),
    Plant("targets that are no text", _T, "", b"\xff", 0, UNREADABLE),
    Plant("no ladder", _I, r"^\[\[ladders\]\]\n(.+\n)+", "", 1, "There is no [[{key}]] here."),
    Plant("a slip in what stands above", _I, r"^decimals", "decimal", r"^decimal ", UNKNOWN,
          others=((_I, 1, _WHOLE),)),
    Plant("decimals in words", _I, r"^decimals = 2", 'decimals = "hai"', r"^decimals", _WHOLE),
    Plant("a slip in a heading", _I, r'^(id = "cong-so")', r"\1\ntitel = 1", r"^titel", UNKNOWN),
    Plant("a heading twice", _I, r'^(\[\[groups\]\]\n)(id = "cong-so"\n.+\n.+\n)', r"\1\2\n\1\2",
          r'(?<=money"\n\n\[\[groups\]\]\n)id', TWICE),
    Plant("a slip in a giver", _I, r'^(id = "thue")', r"\1\nname = 1", r"^name = 1", UNKNOWN),
    Plant("a slip in a document", _I, r'^(id = "nq-71")', r"\1\nsigned = 1", r"^signed", UNKNOWN),
    Plant("a document without a name", _I, r'^name = "Nghị quyết 71/NQ-CP"\n', "",
          r'^\[\[documents\]\]\nid = "nq-71"', MISSING),
    Plant("a document of no day", _I, r"^day = 2025-04-01", 'day = "2025"', r'^day = "', _DATE),
]  # fmt: skip
QUANTITIES = [
    _posts("a unit that nobody knows", 'unit = "tin bài"', 'unit = "cái"', ONE_OF),
    _posts("an origin that nobody knows", 'origin = "figure"', 'origin = "hearsay"', ONE_OF),
    _posts("a figure made of something", "(flow = true)", 'of = ["vb_di"]', _NOT_FOR),
    _posts("a slip in a quantity", "flow = true", "flo = true", UNKNOWN),
    _posts("a long title of a quantity", "title.vi = .*", f'title.vi = "{_A61}"', LONG),
    _posts("a giver that nobody knows", "giver = .*", 'giver = "ai"', _NO_GIVER),
    _posts("a flow in words", "flow = true", 'flow = "yes"', _TRUTH),
    _posts("a flow that grows old", "flow = true", "months = 7\nflow = true", _FLOW_HAS),
    _posts("posts from an age", "flow = true", "floor = 77", _NO_AGE),
    Plant("a quantity twice", _I, r'^id = "anh_dang"', 'id = "tin_bai"',
          r'^id = "tin_bai"\ntitle.vi = "Ảnh', TWICE),
    Plant("an event of nothing", _I, r'^of = \["tmdt_gian_hang"\]', "of = []", r"^of = \[\]", _OF),
    Plant("two things of the roster", _I, r'^of = \["villages"\]',
          'of = ["villages", "villages_with_team"]', r'^of = \["villages", ', _OF),
    Plant("an unknown thing of the roster", _I, r'^of = \["villages"\]', 'of = ["hamlets"]',
          r'^of = \["hamlets', ONE_OF),
    Plant("an unknown activity of a quantity", _I, r'^of = \["app_cai_dat"\]', 'of = ["app"]',
          r'^of = \["app"', _NO_ACTIVITY),
    Plant("an activity of another unit", _I, r'^of = \["app_cai_dat"\]',
          'of = ["app_cai_dat", "chu_ky_so"]', r'^of = \["app_cai_dat", ', _COUNTS),
    Plant("sessions counted each", _I, r'^of = \["ky_nang_so"\]',
          'of = ["ky_nang_so", "tuyen_truyen"]', r'^of = \["ky_nang_so", ', _COUNTS),
    Plant("attendances in people", _I, r'^(id = "luot_du_tuyen_truyen"\n.+\n.+\n)unit = .*',
          r'\1unit = "người"', r'(?<=outreach sessions"\n)unit = "người"', _UNIT),
    Plant("an unknown way of counting", _I, r'^counts = "attendees"', 'counts = "heads"',
          r'^counts = "heads"', ONE_OF,
          others=((_I, r'(?<=origin = "events"\n)of = \["tuyen_truyen"\]\ncounts', _COUNTS),)),
    Plant("teams counted in villages", _I, r'^(id = "to_thon"\n.+\n.+\n)unit = .*',
          r'\1unit = "thôn"', r'(?<=Teams of villages"\n)unit', _UNIT),
    Plant("a question that nobody asks", _I, r'^of = \["skills"\]\nfloor', 'of = ["skill"]\nfloor',
          r'^of = \["skill"\]', _NO_QUESTION,
          others=((_I, r'^denominator = "ks_ky_nang_so_hoi"', _SURVEYED),)),
    Plant("a question asked from another age", _I, r'^(of = \["smartphone"\]\n)floor = 15',
          r"\1floor = 16", r"^floor = 16", _ASKS_FROM,
          others=((_I, r'(?<=denominator = "ks_dt_thong_minh_hoi"\n)floor', _OTHER_AGE),)),
    Plant("among nobody", _I, r'^of = \["smartphone"\]\namong', 'of = ["people_15"]\namong',
          r'(?<=of = \["people_15"\]\n)among', _OF_NOBODY,
          others=((_I, r'^denominator = "ks_dt_thong_minh_hoi"', _SURVEYED),)),
    Plant("people from birth", _I, r"^floor = 18", "floor = 0", r"^floor = 0", _WHOLE),
    Plant("a stock that is never good", _I, r'^(id = "dan_so"\n)', r"\1months = 0\n",
          r"^months = 0", _WHOLE),
    Plant("an activity that adds another unit", _I, r'^adds = \["vneid_kich_hoat"\]',
          'adds = ["vneid_khac"]', r'^adds = \["vneid_khac', _COUNTS),
    Plant("something that adds to a flow", _I, r'^(id = "ky_nang_so_nguoi_hoan_thanh"\n)(title)',
          r'\1adds = ["ky_nang_so"]\n\2', r'^adds = \["ky_nang_so', _FLOW_HAS),
    Plant("a sum of what is not there", _I, r'^of = \["btxh_huong", "ncc_huong"\]',
          'of = ["btxh_huong", "ncc"]', r'^of = \["btxh_huong", ', _NO_QUANTITY),
    Plant("a sum of people and households", _I, r'^of = \["btxh_huong", "ncc_huong"\]',
          'of = ["btxh_huong", "so_ho"]', r'^of = \["btxh_huong", ', _COUNTS),
    Plant("a sum of a stock and a flow", _I, r'"chung_thu_so_can_bo"\]',
          '"ky_nang_so_nguoi_hoan_thanh"]', r'^of = .*"ky_nang_so_nguoi_hoan_thanh"', _ADDED),
    Plant("a sum of itself", _I, r'"chung_thu_so_can_bo"\]', '"chung_thu_so_ca_hai"]',
          r'^of = .*"chung_thu_so_ca_hai"', _CIRCLE),
]  # fmt: skip
INDICATORS = [
    Plant("a heading that is not there", _I, r'^group = "van-ban"', 'group = "nowhere"',
          r'^group = "nowhere"', _NO_GROUP),
    Plant("an unknown measure", _I, r'^measure = "density"', 'measure = "rate"',
          r'^measure = "rate', ONE_OF,
          others=((_I, r'(?<="thue_bao_co_dinh"\n)denominator', _OF_COUNT),)),
    Plant("an unknown numerator", _I, r'^numerator = "vb_di_ky_so"', 'numerator = "vb"',
          r'^numerator = "vb"', _NO_QUANTITY),
    Plant("a share of nothing", _I, r'^denominator = "vb_di"\n', "",
          r'^\[\[indicators\]\]\nid = "vb_ky_so_ty_le"', MISSING),
    Plant("households over people", _I, r'^(numerator = "ho_cap_quang"\n)denominator = .*',
          r'\1denominator = "dan_so"', r'(?<="ho_cap_quang"\n)denominator = "dan_so"', _NO_SHARE),
    Plant("a density of people", _I, r'^numerator = "thue_bao_di_dong"',
          'numerator = "nguoi_dung_internet"',
          r'(?<=density"\nnumerator = "nguoi_dung_internet"\n)denominator', _NO_DENSITY),
    Plant("a period over a day", _I, r'^numerator = "hkd_hoa_don"', 'numerator = "ngheo_cap_nhat"',
          r'(?<="ngheo_cap_nhat"\n)denominator', _NO_RATE),
    Plant("answers over the population", _I, r'^denominator = "ks_tktt_hoi"',
          'denominator = "nguoi_tu_15"', r'(?<="ks_tktt"\n)denominator', _SURVEYED),
    Plant("answers over another question", _I, r'^denominator = "ks_tktt_hoi"',
          'denominator = "ks_dvctt_hoi"', r'(?<="ks_tktt"\n)denominator', _SURVEYED),
    Plant("two ages in one rate", _I, r'^(numerator = "the_tu_14"\n)denominator = .*',
          r'\1denominator = "nguoi_tu_15"', r'(?<="the_tu_14"\ndenominator = "nguoi_tu_15"\n)floor',
          _OTHER_AGE),
    Plant("a slip in an indicator", _I, r'^(id = "vb_ky_so_ty_le")', r"\1\ntarget = 90",
          r"^target = 90", UNKNOWN),
    Plant("a source that nobody listed", _I, r'^  \{ document = "kh-01", sure = true',
          '  { document = "kh-1", sure = true', r'^  \{ document = "kh-1"', _NO_DOCUMENT),
    Plant("sources in words", _I, r'^sources = \[\n  \{ document = "kh-01", .*\n\]',
          'sources = "kh-01"', r'^sources = "', _ITEMS),
    Plant("a slip in a source", _I, r'^  \{ document = "kh-01", sure',
          '  { document = "kh-01", sur', r'^  \{ document = "kh-01", sur ', UNKNOWN),
    Plant("a share of more than everything", _I, r"^  \{ value = 80,", "  { value = 800,",
          r"^  \{ value = 800", _MOST),
    Plant("a value in words", _I, r"^  \{ value = 80,", '  { value = "80",', r'^  \{ value = "80"',
          _NUMBER),
    Plant("a value without a day", _I, r"^(  \{ value = 80,) by = 2025-12-31,", r"\1",
          r"^  \{ value = 80, document", _DATE),
    Plant("a ladder without a base", _I, r"^bases = .*", "bases = []", r"^bases", _NEEDS_ONE),
    Plant("a ladder on nothing", _I, r'^bases = \["nguoi_tu_14"', 'bases = ["nguoi"', r"^bases",
          _NO_QUANTITY),
    Plant("a rung of households", _I, r'^rungs = \["the_tu_14"', 'rungs = ["so_ho"', r"^rungs",
          _UNLIKE_RUNG),
    Plant("a slip in a ladder", _I, r"^rungs", 'steps = ["the_tu_14"]\nrungs', r"^steps", UNKNOWN),
]  # fmt: skip
RULES = [
    Plant("a slip in a rule", _I, r'^(id = "tren_100")', r"\1\nabove = 100", r"^above", UNKNOWN),
    Plant("an unknown kind of rule", _I, r'^kind = "over"', 'kind = "more"', r'^kind = "more"',
          ONE_OF),
    Plant("a rule with too much", _I, r'^(kind = "over")', r"\1\nlow = 3", r"^low = 3", _NO_FIELD),
    Plant("a long advice", _I, r"^advice.en = \"This figure is old.*", f'advice.en = "{_A201}"',
          r'^advice.vi = "Số này đã cũ', LONG),
    Plant("a rule about what is not there", _I, r'^left = \["may_tram_bkav"\]', 'left = ["bkav"]',
          r'^left = \["bkav', _NO_QUANTITY),
    Plant("two wholes", _I, r'^right = \["vb_den"\]', 'right = ["vb_den", "vb_di"]',
          r'^left = \["vb_den_ky_so', _SIDES),
    Plant("nothing compared", _I, r'^left = \["may_tram_bkav"\]', "left = []", r"^left = \[\]",
          _SIDES),
    Plant("every part left out", _I, r'^(left = \["vb_den_ky_so", "vb_den_khong_ky_so"\]\n.*)',
          r'\1\noptional = ["vb_den_ky_so", "vb_den_khong_ky_so"]', r'^optional = \["vb_den_ky_so',
          _OPTIONAL),
    Plant("an optional part that is none", _I, r'^optional = \["kinh_phi_khac"\]',
          'optional = ["vb_di"]', r'^optional = \["vb_di', _OPTIONAL),
    Plant("bounds that change places", _I, r"^low = 2", "low = 9", r"^low = 9", _LOW_HIGH),
    Plant("parts of unlike units", _I, r'^left = \["vb_den_ky_so", "vb_den_khong_ky_so"\]',
          'left = ["vb_den_ky_so", "hs_tiep_nhan"]', r'^left = \["vb_den_ky_so", "hs', _UNLIKE,
          others=((_I, r'^left = \["vb_den_ky_so", "hs', _UNLIKE),)),
    Plant("a stock within a flow", _I, r'^left = \["dvctt_ho_so_nop"\]\nright = .*',
          'left = ["so_ho"]\nright = ["ngheo_cap_nhat"]', r'^left = \["so_ho"\]', _AGAINST),
]  # fmt: skip
TARGETS = [
    Plant("a slip in targets", _T, r"^\[\[deadlines\]\]\n", "[[deadline]]\n", r"^\[\[deadline\]",
          UNKNOWN),
    Plant("a target of nothing", _T, r'^indicator = "vneid_ty_le_kich_hoat"', 'indicator = "vneid"',
          r'^indicator = "vneid"', _NO_INDICATOR),
    Plant("a target of more than everything", _T, r"^value = 95", "value = 101", r"^value = 101",
          _MOST),
    Plant("a target before its document", _T, r"^by = 2026-12-31", "by = 2025-12-31", r"^by = 2025",
          _AFTER),
    Plant("a target that nobody decided", _T, r"^document = .*\n", "", r"^\[\[targets", MISSING),
    Plant("a target whose document has no day", _T, r"^signed = .*", 'signed = "?"', r'^signed = "',
          _DATE),
    Plant("a target more than in words", _T, r"^(value = 95)", r'\1\nabove = "ít nhất"', r"^above",
          _TRUTH),
    Plant("a slip in a target", _T, r"^(value = 95)", r'\1\nunit = "%"', r"^unit", UNKNOWN),
    Plant("a target twice", _T, r'^indicator = "internet_nguoi_ty_le"',
          'indicator = "vneid_ty_le_kich_hoat"',
          r'^indicator = "vneid_ty_le_kich_hoat"\nvalue = 75', TWICE),
    Plant("a deadline of an unknown kind", _T, r'^kind = "half"', 'kind = "half-year"',
          r'^kind = "half-year"', ONE_OF),
    Plant("a deadline before the end", _T, r"^days = 1", "days = -1", r"^days = -1", _WHOLE),
    Plant("a deadline twice", _T, r'^kind = "half"', 'kind = "year"', r'^kind = "year"\n.+\n.+\n\Z',
          TWICE),
    Plant("a slip in a deadline", _T, r"^days = 1", "days = 1\nhours = 9", r"^hours", UNKNOWN),
    _age("an age that the survey does not ask", "dt_thong_minh_ty_le", 18, _ASKED_AGE),
    _age("an age for households", "caquang_ho_ty_le", 18, _NOT_BY_AGE),
    _age("an age that nobody counted", "bdhvs_xac_nhan_vneid_ty_le", 16, _NO_QUANTITY),
    _age("an age that another rate does not have", "vneid_ty_le_cap", 15, _SHARED),
    Plant("an age of nothing", _T, r"\Z",
          '\n[[floors]]\nindicator = "x"\nfloor = 18\ndocument = "a"\nsigned = 2026-01-15\n',
          r'^indicator = "x"', _NO_INDICATOR),
    Plant("a slip in an age", _T, r"\Z",
          '\n[[floors]]\nindicator = "tktt_ty_le"\nfloor = 15\nage = 3\n'
          'document = "a"\nsigned = 2026-01-15\n',
          r"^age = 3", UNKNOWN),
]  # fmt: skip

NUMBERS = [*FILES, *QUANTITIES, *INDICATORS, *RULES, *TARGETS]
