"""Whether a question asks the same as another one, and what is covered of it before it is sent."""

import json
from itertools import permutations

import pytest

from bot.domain.errors import Unclear
from bot.domain.questions import LONGEST_ANSWER, LONGEST_QUESTION
from bot.reading.questions import answer, question
from tests.house import LIBRARY
from tests.reading.questions import OFF_TOPIC, QUESTIONS

PLOUGH = "Xã mình mua máy cày trả góp ở đâu?"
OTHERS = ["Bao giờ xã mở lớp xoá mù chữ?", PLOUGH, "Đèn đường thôn Gò Đá hỏng báo ai?"]


@pytest.mark.parametrize(
    "said",
    [
        PLOUGH,
        "xa minh mua may cay tra gop o dau",
        "MUA MÁY CÀY TRẢ GÓP Ở ĐÂU",
        "mua máy cày trả góp",
        "dạ cho hỏi xã mình mua máy cày trả góp ở đâu ạ",
    ],
)
def test_the_same_question_is_known_however_it_is_typed(said: str) -> None:
    assert LIBRARY.same(said, OTHERS) == 1


@pytest.mark.parametrize(
    "said",
    [
        "mua máy gặt trả góp ở đâu",
        "mua xe trả góp",
        "máy cày bị hỏng sửa ở đâu",
        "bao giờ xã mở lớp học bơi",
        "đèn đường",
        "ở đâu",
        "xã",
        "",
        "▒▒▒",
    ],
)
def test_what_is_only_alike_is_another_question(said: str) -> None:
    assert LIBRARY.same(said, OTHERS) is None
    assert LIBRARY.same(said, []) is None


def test_questions_that_different_guides_answer_are_never_the_same() -> None:
    asked = [(words, guide) for kind in QUESTIONS.values() for words, guide in kind]
    asked += [(words, words) for words in OFF_TOPIC]
    wrong = [
        json.dumps((one, other), ensure_ascii=False)
        for (one, its), (other, theirs) in permutations(asked, 2)
        if its != theirs and LIBRARY.same(one, [other]) is not None
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("said", "covered"),
    [
        ("cô Bùi Thị Ổi mua máy cày", "cô … mua máy cày"),
        ("Nguyễn An mất thẻ thì sao", "… mất thẻ thì sao"),
        ("tran thi oi bi mat the", "… mat the"),
        ("thẻ của bà nguyễn thị ổi đâu", "thẻ của bà …"),
        ("Lê Văn A, Bùi Thị B hỏi chung", "…, … hỏi chung"),
        ("Bùi Thị\nỔi", "…\nỔi"),
        # Names of the highlands begin with no family.
        ("chị H'Ni Êban và K’Brơi cùng Y Blô Niê hỏi", "chị … và … cùng … hỏi"),
        ("Trạm Y Tế xã, y tá, hỏi Y", "Trạm Y Tế xã, y tá, hỏi Y"),
        # Ordinary words that are families too, and places without one.
        ("khai báo vũ khí thô sơ ở đâu", "khai báo vũ khí thô sơ ở đâu"),
        ("Trần nhà văn hoá dột", "Trần nhà văn hoá dột"),
        ("trồng lê trái vụ", "trồng lê trái vụ"),
        ("Cổng Dịch vụ công ở Gò Đá", "Cổng Dịch vụ công ở Gò Đá"),
        ("", ""),
    ],
)
def test_names_are_covered_and_nothing_else(said: str, covered: str) -> None:
    assert LIBRARY.unnamed(said) == covered


def test_a_question_is_one_line_of_seen_signs() -> None:
    assert question("  Máy\n\ncày\t\u202eở\x00 đâu\u200b ") == "Máy cày ở đâu"
    assert question("a" * LONGEST_QUESTION) == "a" * LONGEST_QUESTION


@pytest.mark.parametrize("said", ["", "?", "12", "▒▒▒", "\u202e", "👍🏽", "a" * 501])
def test_what_is_no_question_is_unclear(said: str) -> None:
    with pytest.raises(Unclear):
        question(said)


def test_an_answer_keeps_its_lines() -> None:
    assert answer(" Sáng  thứ hai.\r\n\n\u202eTầng 1.\n") == "Sáng thứ hai.\nTầng 1."
    assert answer("a" * LONGEST_ANSWER) == "a" * LONGEST_ANSWER
    for wrong in ("", "\n", "…", "a" * (LONGEST_ANSWER + 1)):
        with pytest.raises(Unclear):
            answer(wrong)
