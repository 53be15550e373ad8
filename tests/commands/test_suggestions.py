"""`toso guides suggestions`: what officials answered, for whoever writes guides."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.domain.people import Role
from bot.domain.questions import (
    Answered,
    AnswerJudged,
    Means,
    QuestionAnswered,
    QuestionAsked,
)
from bot.store import facts, roster
from bot.store.db import Database
from tests.commands.conftest import Toso
from tests.store.people import TODAY, signed


def _fill(where: Path) -> None:
    async def fill() -> None:
        database = Database(str(where))
        async with database.write() as tx:
            member = await roster.person(tx, (await roster.members(tx))[0])
            number = await roster.add_person(
                tx, title="bà", name="Ai Đó", role=Role.OFFICIAL, place=member.commune.id
            )
            official = await roster.person(tx, number)
            given: Sequence[Answered] = (
                Answered(Means.WORDS, words="Hội Nông dân xã.\nSáng thứ hai."),
                Answered(Means.GUIDE, guide="dvc-ho-chieu"),
                Answered(Means.CANNOT),
            )
            asked = ("Mua máy cày trả góp?", "Con tôi đi tàu bay cần gì?", "Bao giờ có cầu mới?")
            for nth, (words, one) in enumerate(zip(asked, given, strict=True), 1):
                about = "vneid-ma-so-thue" if nth == 1 else None
                await facts.add(tx, signed(f"Q000{nth}", member, QuestionAsked(words, about)), None)
                await facts.add(
                    tx, signed(f"Q001{nth}", official, QuestionAnswered(nth, one)), None
                )
            await facts.add(tx, signed("Q0020", member, AnswerJudged("Q0001", helped=True)), None)
        await database.close()

    asyncio.run(fill())


def test_suggestions_are_listed_with_their_guides_and_nobody(toso: Toso, commune: Path) -> None:
    empty = toso("guides", "suggestions", "--db", commune, language="en")
    assert (empty.code, empty.out) == (0, "No question has been answered yet.\n")
    _fill(commune)
    ran = toso("guides", "suggestions", "--json", "--db", commune)
    day = TODAY.isoformat()
    same = {"times": 1, "not_helped": 0, "first": day, "answered": day}
    assert (ran.code, ran.json) == (
        0,
        [
            {
                "question": "Mua máy cày trả góp?",
                "means": "words",
                "answer": "Hội Nông dân xã.\nSáng thứ hai.",
                "guide": "vneid-ma-so-thue",
                "named": True,
                "helped": 1,
                **same,
            },
            {
                "question": "Con tôi đi tàu bay cần gì?",
                "means": "guide",
                "answer": None,
                "guide": "dvc-ho-chieu",
                "named": True,
                "helped": 0,
                **same,
            },
        ],
    )
    shown = toso("guides", "suggestions", "--db", commune).out
    assert shown.splitlines()[:3] == [
        "    1  +1 -0  vneid-ma-so-thue  Mua máy cày trả góp?",
        "       Hội Nông dân xã.",
        "       Sáng thứ hai.",
    ]
