"""What is typed becomes words of the guides: slips, sounds, raw Telex, other words for the same."""

from itertools import pairwise

import pytest

from bot.reading.finding.saying import Habits, Speech
from bot.reading.finding.slips import Typed

_HABITS = Habits(
    same={"mần": "làm", "tui": "tôi", "hk": "hộ khẩu", "giấy đi đường": "hộ chiếu", "chi": "gì"},
    filler=frozenset({"đang", "dạ"}),
)
_TEXTS = [
    "đăng ký tạm trú",
    "làm hộ khẩu cho chị",
    "sinh viên ở trọ",
    "hộ chiếu của tôi",
    "cần chú rùa",
]


def _typed() -> Typed:
    speech = Speech(_HABITS)
    known: dict[str, int] = {}
    pairs = set()
    for text in _TEXTS:
        words = [one.bare for one in speech.plain(speech.apart(text))]
        known |= dict.fromkeys(words, 1)
        pairs |= set(map(" ".join, pairwise(words)))
    speech.own = known.keys()
    return Typed(speech, known, pairs)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("đăng ký", "dang ki"),
        ("DANG KI", "dang ki"),
        ("ddawng kys", "dang ki"),
        ("d9a8ng ky1", "dang ki"),
        ("dagn ky", "dang ki"),
        ("snih viên", "sinh vien"),
        ("sinhh viên", "sinh vien"),
        ("tạm chú", "tam tru"),
        ("xinh viên", "sinh vien"),
        ("chú ở trọ", "chu o tro"),
        ("mần hk", "lam ho khau"),
        ("giay di duong cua tui", "ho chieu cua toi"),
        ("cần chi rứa", "can gi rua"),
        ("can chi rua", "can chi rua"),
        ("qwrtp", "qwrtp"),
        ("▒▒▒ hộ khẩu ▒▒▒", "ho khau"),
        ("", ""),
    ],
)
def test_words_are_brought_to_those_of_the_guides(said: str, meant: str) -> None:
    typed = _typed()
    assert " ".join(one.bare for one in typed.meant(typed.tokens(said))) == meant


def test_a_filler_is_one_only_as_it_is_written() -> None:
    speech = Speech(_HABITS)
    assert [speech.says_nothing(one) for one in speech.apart("đang dang đăng dạ")] == [
        True, False, False, True,
    ]  # fmt: skip
