"""The survey's questions: their units and floors, what is asked next, what is known at the end."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from bot.domain.chat import Answer
from bot.domain.survey import Outcome, Rate, Survey
from bot.domain.survey_questions import (
    BY_ID,
    MOST_PEOPLE,
    QUESTIONS,
    THINGS,
    UNKNOWN,
    ended,
    known,
    next_question,
)
from bot.domain.units import Unit

# Anything that a session may hold, also what no screen offers.
ANSWERS = some.dictionaries(
    some.sampled_from([question.id for question in QUESTIONS]),
    some.one_of(some.integers(-2, MOST_PEOPLE + 2), some.just(UNKNOWN)),
)


def test_every_question_has_a_unit_a_floor_and_a_rate_it_serves() -> None:
    floors = {one.id: one.floor for one in QUESTIONS if one.unit is Unit.PERSON}
    assert floors == {
        "people_15": 15,
        "people_14": 14,
        "smartphone": 15,
        "account": 15,
        "signature": 15,
        "vneid": 14,
        "service": 15,
        "skills": 15,
    }
    assert [one.id for one in QUESTIONS if one.unit is Unit.HOUSEHOLD] == ["fibre"]
    assert all(one.indicators for one in QUESTIONS if not one.is_base)
    assert len({one.id for one in QUESTIONS}) == len(QUESTIONS)


def test_people_are_counted_out_of_people_and_the_house_out_of_itself() -> None:
    answers: dict[str, Answer] = {"people_15": 4, "people_14": 1}
    assert BY_ID["smartphone"].out_of(answers) == 4
    assert BY_ID["vneid"].out_of(answers) == 5
    assert BY_ID["fibre"].out_of({}) == 1
    assert BY_ID["vneid"].out_of({"people_15": 4, "people_14": UNKNOWN}) is None
    for one in THINGS:
        assert {BY_ID[base].unit for base in one.among} == {one.unit}


def test_questions_come_in_order_and_end() -> None:
    answers: dict[str, Answer] = {}
    asked = []
    while question := next_question(answers):
        asked.append(question.id)
        answers[question.id] = 1
    assert asked == [question.id for question in QUESTIONS]


def test_where_nobody_is_old_enough_only_the_house_is_asked_about() -> None:
    question = next_question({"people_15": 0, "people_14": 0})
    assert question is BY_ID["fibre"]
    question = next_question({"people_15": 0, "people_14": 2})
    assert question is BY_ID["vneid"]


def test_an_answer_above_a_corrected_number_of_people_is_asked_again() -> None:
    everything = {**dict.fromkeys(BY_ID, 1), "people_15": 4, "account": 4}
    assert next_question(everything) is None
    assert next_question({**everything, "people_15": 3}) is BY_ID["account"]


@given(ANSWERS)
def test_no_answer_that_is_kept_is_more_than_it_is_counted_out_of(
    answers: dict[str, Answer],
) -> None:
    kept = known(answers)
    for name, count in kept.items():
        among = BY_ID[name].out_of(kept)
        assert among is not None
        assert 0 <= count <= among
        assert count == answers[name]


@given(ANSWERS)
def test_asking_on_always_ends_with_every_question_settled(answers: dict[str, Answer]) -> None:
    for _turn in range(2 * len(QUESTIONS)):
        question = next_question(answers)
        if question is None:
            break
        answers = {**answers, question.id: question.out_of(answers) or 0}
    assert next_question(answers) is None


@given(some.integers(0, 9999), some.integers(0, 9999), some.integers(1, 99))
def test_a_rate_is_at_most_a_hundred(first: int, second: int, households: int) -> None:
    rate = Rate(min(first, second), max(first, second), households)
    if rate.among == 0:
        assert rate.percent is None
        return
    assert rate.percent is not None
    assert 0 <= rate.percent <= Decimal(100)


def test_a_call_ends_with_answers_unless_somebody_said_otherwise() -> None:
    assert ended({"people_15": 4, "household": "12"}) is Outcome.ASKED
    assert ended({"people_15": "absent"}) is Outcome.ABSENT
    assert ended({"people_15": "refused"}) is Outcome.REFUSED
    assert ended({"people_15": 4, "account": "later"}) is Outcome.LATER


def test_nothing_asked_is_nobody_asked() -> None:
    assert Survey().asked == 0
    assert Survey({Outcome.ABSENT: 3}).asked == 0
