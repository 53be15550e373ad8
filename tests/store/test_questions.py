"""Questions in the store: joined, scoped, judged, unlinked, forgotten, and compared with facts."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select

from bot.domain.facts import MemberLeft
from bot.domain.people import Person
from bot.domain.questions import (
    Answered,
    AnswerJudged,
    Load,
    Means,
    Question,
    QuestionAnswered,
    QuestionAsked,
)
from bot.store import asked, schema
from bot.store.db import Database
from bot.store.overtaken import Overtaken
from bot.store.questions import Questions, answers
from tests.store.people import NOW, TODAY, People, keep, signed
from tests.store.recounting import damage, recount, said
from tests.store.tables import rows

PLOUGH = "Mua máy cày trả góp ở đâu?"
Seen = TypeVar("Seen")
OWN = Answered(Means.WORDS, words="Hội Nông dân xã.")


async def ask(
    database: Database, code: str, person: Person, words: str = PLOUGH, days: int = 0
) -> None:
    at = NOW + timedelta(days=days)
    await keep(database, signed(code, person, QuestionAsked(words, "guide-x"), at))


async def answer(
    database: Database, code: str, person: Person, number: int = 1, given: Answered = OWN
) -> None:
    await keep(database, signed(code, person, QuestionAnswered(number, given)))


async def judge(database: Database, code: str, person: Person, *, helped: bool, of: str) -> None:
    await keep(database, signed(code, person, AnswerJudged(of, helped)))


async def seen(
    database: Database, person: Person | None, look: Callable[[Questions], Awaitable[Seen]]
) -> Seen:
    async with database.read() as tx:
        return await look(Questions(tx, person, TODAY))


async def test_the_same_words_join_within_a_week_and_only_in_their_commune(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member, days=-6)
    await ask(database, "Q0002", people.neighbour, "mua may cay tra gop o dau")
    await ask(database, "Q0003", people.outsider)
    await ask(database, "Q0004", people.member, "Mua máy gặt trả góp ở đâu?")
    # The first of them is a week old the day after.
    await ask(database, "Q0005", people.leader, days=1)
    of = await rows(database, "SELECT code, question_id FROM askings ORDER BY code")
    assert of == [("Q0001", 1), ("Q0002", 1), ("Q0003", 2), ("Q0004", 3), ("Q0005", 4)]
    waiting = await seen(database, people.official, Questions.waiting)
    assert [(one.words, one.times) for one in waiting] == [
        (PLOUGH, 2), ("Mua máy gặt trả góp ở đâu?", 1), (PLOUGH, 1)
    ]  # fmt: skip
    assert waiting[0].teams == ("Tổ Tây", "Tổ Đông")
    assert (await recount(database)).problems == ()


async def test_no_word_of_a_question_stands_in_a_fact(database: Database, people: People) -> None:
    await ask(database, "Q0001", people.member, "cây sầu riêng")
    await answer(database, "Q0002", people.official, given=Answered(Means.WORDS, words="cây mít"))
    await judge(database, "Q0003", people.member, helped=True, of="Q0001")
    async with database.read() as tx:
        kept = str((await tx.execute(select(schema.facts))).all())
    assert "QuestionAnswered" in kept
    assert not any(word in kept for word in ("sầu", "mít", "s\\u1ea7u", "m\\u00edt"))


@pytest.mark.parametrize(
    "who", ["member", "leader", "neighbour", "outsider", "outside_official", None]
)
async def test_only_the_own_official_reads_questions_and_who_asked(
    database: Database, people: People, who: str | None
) -> None:
    await ask(database, "Q0001", people.member)
    person: Person | None = getattr(people, who) if who else None
    assert await seen(database, person, Questions.waiting) == ()
    assert await seen(database, person, lambda one: one.one(1)) is None
    assert await seen(database, person, lambda one: one.askers(1)) == ()
    found = await seen(database, people.official, lambda one: one.one(1))
    assert found is not None
    assert (found.words, found.teams, found.code) == (PLOUGH, ("Tổ Đông",), None)
    assert await seen(database, people.official, lambda one: one.askers(1)) == (people.member,)


async def test_answers_are_known_in_their_commune_alone(database: Database, people: People) -> None:
    await ask(database, "Q0001", people.member)
    assert await seen(database, people.leader, Questions.known) == ()
    await answer(database, "Q0002", people.official)
    for person in (people.leader, people.neighbour, people.official):
        (found,) = await seen(database, person, Questions.known)
        assert (found.answer, found.code, found.times) == (OWN, None, 1)
        same = await seen(database, person, lambda one: one.same("mua MÁY cày trả góp ở đâu"))
        assert same is not None
    for other in (people.outsider, people.outside_official, None):
        assert await seen(database, other, Questions.known) == ()
        assert await seen(database, other, lambda one: one.same(PLOUGH)) is None


async def test_another_commune_answers_nothing_and_nobody_answers_twice(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member)
    with pytest.raises(Overtaken):
        await answer(database, "Q0002", people.outside_official)
    await answer(database, "Q0003", people.official)
    with pytest.raises(Overtaken):
        await answer(database, "Q0004", people.official)
    # What was refused has left no fact behind.
    kinds = await rows(database, "SELECT code FROM facts ORDER BY code")
    assert kinds == [("Q0001",), ("Q0003",)]


async def test_a_no_lets_a_question_wait_again_once_and_nobody_judges_for_others(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member, days=-3)
    await answer(database, "Q0002", people.official)
    with pytest.raises(LookupError):
        await judge(database, "Q0003", people.leader, helped=False, of="Q0001")
    await judge(database, "Q0004", people.member, helped=False, of="Q0001")
    (found,) = await seen(database, people.official, Questions.waiting)
    assert (found.open, found.reopened, found.since, found.answer) == (True, True, TODAY, OWN)
    assert await seen(database, people.leader, Questions.known) == ()
    await answer(database, "Q0005", people.official)
    (mine,) = await seen(database, people.member, Questions.own)
    assert (mine.open, mine.judged, mine.not_helped) == (False, False, 0)
    await judge(database, "Q0006", people.member, helped=False, of="Q0001")
    assert await seen(database, people.official, Questions.waiting) == ()
    assert (await recount(database)).problems == ()


async def test_what_cannot_be_answered_is_no_suggestion_and_does_not_wait_again(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member)
    await answer(database, "Q0002", people.official, given=Answered(Means.CANNOT))
    await judge(database, "Q0003", people.member, helped=False, of="Q0001")
    assert await seen(database, people.official, Questions.waiting) == ()
    assert await seen(database, people.leader, Questions.known) == ()
    async with database.read() as tx:
        assert await answers(tx, people.official.commune.id) == ()


async def test_how_much_somebody_asks_is_counted_by_person_and_day(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member, "một", days=-1)
    await ask(database, "Q0002", people.member, "hai")
    await ask(database, "Q0003", people.member, "ba")
    await ask(database, "Q0004", people.leader, "bốn")
    await answer(database, "Q0005", people.official, 2)
    assert await seen(database, people.member, Questions.load) == Load(waiting=2, today=2)
    assert await seen(database, None, Questions.load) == Load()


async def test_leaving_takes_the_link_along_and_leaves_the_answer(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member)
    await ask(database, "Q0002", people.leader)
    await answer(database, "Q0003", people.official)
    await keep(database, signed("Q0004", people.member, MemberLeft(people.member.id)))
    assert await rows(database, "SELECT person_id, code FROM askings ORDER BY id") == [
        (None, None),
        (people.leader.id, "Q0002"),
    ]
    assert await seen(database, people.official, lambda one: one.askers(1)) == (people.leader,)
    (found,) = await seen(database, people.leader, Questions.known)
    assert (found.times, found.answer) == (2, OWN)
    assert (await recount(database)).problems == ()


async def test_questions_are_forgotten_after_a_year_with_who_asked(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member, "cũ", days=-366)
    await ask(database, "Q0002", people.member, "mới", days=-365)
    async with database.write() as tx:
        await asked.prune(tx, TODAY - timedelta(days=365))
    assert await rows(database, "SELECT words FROM questions") == [("mới",)]
    assert await rows(database, "SELECT code FROM askings") == [("Q0002",)]
    # The facts stay: they hold no word of it.
    assert (await recount(database)).problems == ()


async def test_suggestions_say_what_helped_and_nothing_of_who_asked(
    database: Database, people: People
) -> None:
    await ask(database, "Q0001", people.member)
    await ask(database, "Q0002", people.leader)
    await ask(database, "Q0003", people.outsider)
    await answer(database, "Q0004", people.official)
    await answer(database, "Q0005", people.outside_official, 2)
    await judge(database, "Q0006", people.member, helped=True, of="Q0001")
    async with database.read() as tx:
        found = await answers(tx, people.official.commune.id)
    assert found == (
        Question(
            id=1, words=PLOUGH, first=TODAY, since=TODAY, about="guide-x", answer=OWN,
            answered_on=TODAY, open=False, times=2, helped=1,
        ),
    )  # fmt: skip


async def test_what_was_named_is_remembered_by_its_day(database: Database, people: People) -> None:
    await ask(database, "Q0001", people.member)
    async with database.write() as tx:
        await asked.name(tx, (1,), date(2026, 11, 27))
    (found,) = await seen(database, people.official, Questions.waiting)
    assert found.named == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("UPDATE askings SET code = 'Q9999'", "Q9999 is not the one that was put"),
        ("UPDATE askings SET person_id = 2", "Q0001 is not the one that was put"),
        ("UPDATE askings SET person_id = NULL", "1 still knows somebody who has left"),
        ("UPDATE people SET left_at = '2026-11-21T02:00:00+00:00'", "still knows somebody"),
        ("UPDATE questions SET answered = 'Q0001'", "Nobody gave the answer to 1"),
        ("UPDATE questions SET means = 'guide'", "Nobody gave the answer to 1"),
        ("UPDATE questions SET answered = NULL", "Nobody gave the answer to 1"),
        ("DELETE FROM askings", "Nobody has put the question 1"),
    ],
)
async def test_a_question_that_is_not_its_facts_is_told(
    database: Database, people: People, sentence: str, problem: str
) -> None:
    await ask(database, "Q0001", people.member)
    await answer(database, "Q0002", people.official)
    assert (await recount(database)).problems == ()
    await damage(database, sentence)
    assert [one for one in said(await recount(database)) if problem in one] != []
