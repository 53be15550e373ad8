"""Reads the questions that a guide asks before its first step: `[[cases]]` in its head."""

from collections.abc import Mapping
from typing import Any

from bot.domain.guides import Case, Way
from bot.domain.text import Phrase, Words, _
from bot.library.heads import Head, unknown

LONGEST_QUESTION = 120
LONGEST_ANSWER = 30
LONGEST_ADVICE = 200
_MOST = 3
_LEADS = ("guide", "step", "advice")


def cases(head: Head, other: Head | None, guides: set[str], steps: int) -> tuple[Case, ...]:
    """Return a guide's questions; `other` is the English head, which has the same ones.

    Whatever is wrong becomes a problem at the line of its question: too many or too long ones, an
    answer that leads to two places or to none that exists, languages that disagree.
    """
    for one in filter(None, (head, other)):
        _only_known(one)
    mine = _tables(head)
    theirs = _tables(other) if other else []
    if len(mine) > _MOST:
        head.complain("cases", _("At most {n} questions are asked before the steps.", n=_MOST))
    if other and [_leading(one) for one in mine] != [_leading(one) for one in theirs]:
        other.complain("cases", _("The questions differ from those in Vietnamese."))
        theirs = []
    return tuple(
        _case(head, nth, one, theirs[nth] if theirs else {}, guides, steps)
        for nth, one in enumerate(mine)
    )


def question_texts(head: Head) -> tuple[str, ...]:
    """Return what each question of a head says, with its answers and their advice."""
    return tuple(
        "\n".join(
            str(words)
            for words in (
                one.get("ask"),
                *(way.get(key) for way in _ways(one) for key in ("say", "advice") if key in way),
            )
        )
        for one in _tables(head)
    )


def _case(
    head: Head,
    nth: int,
    table: Mapping[str, Any],
    english: Mapping[str, Any],
    guides: set[str],
    steps: int,
) -> Case:
    """Make one question of its table."""

    def complain(text: Phrase) -> None:
        head.complain("cases", text, nth)

    def said(value: object, other: object, most: int) -> Words:
        for words in (value, other):
            if isinstance(words, str) and len(words) > most:
                complain(_("“{key}” is too long: at most {n} characters.", key="cases", n=most))
        spoken = {"vi": str(value)} | ({"en": other} if isinstance(other, str) else {})
        return Words(spoken)

    ask = table.get("ask")
    ways, theirs = _ways(table), _ways(english)
    if not isinstance(ask, str) or len(ways) < 2 or not all(way.get("say") for way in ways):
        complain(_("A question needs “ask” and two or more “answers”, each with “say”."))
        return Case(Words({"vi": ""}), ())
    made = []
    for way, other in zip(ways, theirs or [{}] * len(ways), strict=True):
        leads = [key for key in _LEADS if key in way]
        guide, step, advice = way.get("guide"), way.get("step"), way.get("advice")
        if len(leads) > 1:
            complain(_("An answer leads to one place: a guide, a step or a piece of advice."))
        if guide is not None and guide not in guides:
            complain(_("There is no guide “{id}”.", id=str(guide)))
            guide = None
        if step is not None and (not isinstance(step, int) or not 1 <= step <= steps):
            complain(_("There is no step {n}.", n=str(step)))
            step = None
        told = said(advice, other.get("advice"), LONGEST_ADVICE) if advice is not None else None
        made.append(Way(said(way["say"], other.get("say"), LONGEST_ANSWER), guide, step, told))
    return Case(said(ask, english.get("ask"), LONGEST_QUESTION), tuple(made))


def _only_known(head: Head) -> None:
    """Complain of what nobody reads in the questions of a head."""
    for nth, question in enumerate(_tables(head)):

        def complain(_key: str, text: Phrase, nth: int = nth) -> None:
            head.complain("cases", text, nth)

        unknown(question, ("ask", "answers"), complain)
        for way in _ways(question):
            unknown(way, ("say", *_LEADS), complain)


def _leading(question: Mapping[str, Any]) -> list[tuple[object, object, bool]]:
    """Return where the answers lead, which is the same in every language."""
    return [(way.get("guide"), way.get("step"), "advice" in way) for way in _ways(question)]


def _tables(head: Head) -> list[Mapping[str, Any]]:
    found = head.get("cases")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _ways(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = table.get("answers")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
