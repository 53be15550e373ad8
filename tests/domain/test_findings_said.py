"""Findings in words: every kind, with its figures and sources, as an official reads it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.findings import Answer, Finding, Kind
from bot.domain.text import Text
from bot.domain.units import Unit
from bot.reports.findings import headline, summed_up, told
from bot.voices import Voices
from tests.domain.checked import (
    NOON,
    flow,
    found,
    given,
    quantity,
    rule,
    series,
    share,
    sitting,
    spot,
    stock,
    weeks_before,
)
from tests.house import CONTENT

_VOICE = Voices(CONTENT / "words").voice("vi")
POLICE = "(Công an xã, 22/11/2026)"
WINDOW = "(Một cửa, 16/11/2026 – 22/11/2026)"


def say(text: Text) -> list[str]:
    return [line for line in _VOICE.say(text).splitlines() if line]


def only(findings: tuple[Finding, ...]) -> Finding:
    (one,) = findings
    return one


def parts(whole: int) -> Finding:
    amounts = spot("Thôn 9", a=flow(8039), b=flow(849), c=flow(whole))
    return only(found(rule(Kind.PARTS, "a b", "c"), amounts))


@pytest.mark.parametrize(
    ("whole", "together"),
    [
        (9002, "Cộng lại 8.888 hồ sơ, thiếu 114 hồ sơ so với tổng này:"),
        (8880, "Cộng lại 8.888 hồ sơ, nhiều hơn 8 hồ sơ so với số này:"),
    ],
)
def test_parts_are_added_up_beside_their_whole(whole: int, together: str) -> None:
    thousands = f"{whole:,}".replace(",", ".")
    assert say(told(parts(whole))) == [
        "Thôn 9: c: các phần cộng lại chưa khớp",
        f"– a: 8.039 hồ sơ {WINDOW}",
        f"– b: 849 hồ sơ {WINDOW}",
        together,
        f"– c: {thousands} hồ sơ {WINDOW}",
        "hỏi lại",
    ]


def test_what_is_more_stands_above_what_it_is_more_than() -> None:
    one = only(found(rule(Kind.AT_MOST, "a", "b"), spot(a=stock(9, Unit.CARD), b=stock(8))))
    assert say(told(one)) == [
        "a: nhiều hơn b", f"– a: 9 thẻ {POLICE}", f"– b: 8 người {POLICE}", "hỏi lại",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("people", "so"),
    [
        (99, "Tính ra số trên gấp hơn 7 lần số dưới."),
        (1, "Tính ra số trên chưa gấp 2 lần số dưới."),
    ],
)
def test_a_ratio_says_on_which_side_it_is(people: int, so: str) -> None:
    place = spot(a=stock(people), b=stock(9, Unit.HOUSEHOLD))
    shown = say(told(only(found(rule(Kind.RATIO, "a", "b", low=2, high=7), place))))
    assert shown[0] == "a so với b: khác thường"
    assert shown[3] == so


def test_a_share_above_a_hundred_is_said_as_it_is() -> None:
    place = replace(spot(), values=(share(stock(3009), stock(2914)),))
    shown = say(told(only(found(rule(Kind.OVER), place))))
    assert shown[0] == "a trên b: hơn 100%"
    assert shown[3] == "Tính ra 103,26%."


def test_history_says_what_was_usual() -> None:
    one = only(
        found(
            rule(Kind.HISTORY, low=20, high=5),
            series=(series(1240, 38, 35, 44, 41),),
            before=weeks_before(4),
            quantities={"a": quantity("a", "x")},
        )
    )
    assert say(told(one)) == [
        "Thôn 9: a: khác hẳn mọi kỳ",
        "– a: 1.240 người (tổ ghi, 16/11/2026 – 22/11/2026)",
        "4 kỳ trước: từ 35 đến 44 người, thường khoảng 40.",
        "hỏi lại",
    ]


def test_bursts_and_silence_name_who_it_is() -> None:
    burst = only(found(rule(Kind.BURST, low=12, high=2), sittings=(sitting(*range(12)),)))
    assert say(told(burst)) == [
        "Bà Chín: ghi nhiều lần trong vài phút",
        "12 lần ghi cho ngày 22/11/2026 trong 2 phút.",
        "Ở: Thôn 9",
        "hỏi lại",
    ]
    assert say(headline(replace(burst, place=None))) == [
        "Một thành viên: ghi nhiều lần trong vài phút"
    ]
    silent = only(found(rule(Kind.SILENT), silent=("Tổ 9",)))
    assert say(told(silent)) == ["Tổ 9: chưa báo gì", "hỏi lại"]


def test_many_figures_of_one_paper_are_not_all_listed() -> None:
    bare = replace(stock(9), documents=())
    amounts = {f"q{nth:02}": bare for nth in range(14)}
    one = only(found(rule(Kind.UNSOURCED), spot(**amounts), spot("Thôn 9", q00=bare)))
    shown = say(told(one))
    assert shown[0] == "q00 và 13 số nữa: chưa có số văn bản"
    assert shown[1] == f"– q00: 9 người {POLICE}"
    assert shown[12:] == [f"– q11: 9 người {POLICE}", "và 3 số nữa", "Ở: Thôn 9", "hỏi lại"]
    old = only(found(rule(Kind.EXPIRED), spot(a=stock(9, expired=True))))
    assert say(headline(old)) == ["a: số đã cũ"]


def test_two_numbers_of_one_day_stand_side_by_side() -> None:
    twice = given(9), given(8, minutes=99)
    shown = say(told(only(found(rule(Kind.TWICE), spot(a=stock(8)), given=twice))))
    assert shown == [
        "a: có hai số khác nhau", f"– a: 9 người {POLICE}", f"– a: 8 người {POLICE}", "hỏi lại",
    ]  # fmt: skip


def test_an_answer_stands_below_its_finding_and_is_counted() -> None:
    answered = replace(parts(9002), answer=Answer("đang đếm lại", "Cô Chín", NOON.date()))
    assert say(told(answered))[-1] == "Lý do đã ghi: đang đếm lại (Cô Chín, 22/11/2026)"
    left = replace(answered, answer=Answer("đang đếm lại", None, date(2026, 11, 22)))
    assert say(told(left))[-1].startswith("Lý do đã ghi: đang đếm lại (")
    done = "1 điểm đã có lý do."
    assert say(summed_up((parts(9002), answered))) == ["1 điểm cần kiểm tra.", done]
    assert say(summed_up((answered,))) == ["Không có gì cần kiểm tra.", done]
    assert say(summed_up(())) == ["Không có gì cần kiểm tra."]
