"""Reads content/entries.toml, the words of quick entry, and checks that they fit together."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from bot.domain.problems import Problem
from bot.domain.text import _
from bot.library.heads import Head
from bot.library.pages import tables
from bot.reading.entry.vocabulary import (
    ANYTHING,
    STRUCTURE,
    UNCLEAR,
    Counting,
    Deed,
    Lexicon,
    Saying,
)

_LONGEST = 60
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def lexicon(
    path: Path, activities: Iterable[str], services: Collection[str], problems: list[Problem]
) -> Lexicon:
    """Return the words of quick entry; what is wrong with them is added to `problems`.

    `services` are the ids that a record may name: of guides and of public services.
    """
    known = {*activities, UNCLEAR}
    sayings: list[Saying] = []
    loose: set[str] = set()
    written = tables(path, "words", problems)
    if not written:
        return Lexicon({}, (), frozenset(), {}, ())
    for head, table in written:
        sense = head.words("sense", most=_LONGEST)
        also = head.many("also", most=_LONGEST) if "also" in table else ()
        sayings += [Saying(say, sense, also) for say in _say(head)]
        if table.get("loose"):
            loose.add(sense)
    for head, table in tables(path, "services", problems):
        sense = head.words("sense", most=_LONGEST)
        also = head.many("also", most=_LONGEST) if "also" in table else ()
        service = _service(head, "id", services)
        sayings += [Saying(say, sense, also, service) for say in _say(head)]
    short = {
        say: head.words("mean", most=_LONGEST)
        for head, __ in tables(path, "short", problems)
        for say in _say(head)
    }
    senses = {sense for saying in sayings for sense in (saying.sense, *saying.also)}
    counting = {
        _activity(head, known): Counting(
            _senses(head, "own", senses),
            head.many("before", most=_LONGEST) if "before" in table else (),
            bool(table.get("service")),
        )
        for head, table in tables(path, "counting", problems)
    }
    deeds: list[Deed] = []
    for head, table in tables(path, "deeds", problems):
        activity = _activity(head, known)
        beside = _senses(head, "beside", senses) if "beside" in table else frozenset()
        followed = _service(head, "service", services) if "service" in table else None
        deeds.append(Deed(activity, _senses(head, "needs", senses), beside, followed))
        if activity not in {*counting, UNCLEAR}:
            head.complain("activity", _("“{id}” has no [[counting]] of its own.", id=activity))
    problems.extend(
        Problem(path.name, 0, _("No words have the sense “{id}”.", id=sense))
        for sense in sorted(STRUCTURE - senses)
    )
    return Lexicon(short, tuple(sayings), frozenset(loose), counting, tuple(deeds))


def _say(head: Head) -> tuple[str, ...]:
    said = head.many("say", most=_LONGEST)
    if not said:
        head.complain("say", _("“say” must name at least one word."))
    return said


def _activity(head: Head, known: set[str]) -> str:
    activity = head.words("activity", most=_LONGEST)
    if activity and len(known) > 1 and activity not in known:
        head.complain("activity", _("There is no activity “{id}”.", id=activity))
    return activity


def _service(head: Head, key: str, known: Collection[str]) -> str:
    """Return the id under which a record names what it was about."""
    service = head.words(key, most=_LONGEST)
    if service and not _ID.fullmatch(service):
        head.complain(key, _("“{id}” is not the id of a guide: a-z, 0-9 and - only.", id=service))
    elif service and known and service not in known:
        head.complain(key, _("“{id}” is neither a guide nor a public service.", id=service))
    return service


def _senses(head: Head, key: str, known: set[str]) -> frozenset[str]:
    named = head.many(key, most=_LONGEST)
    for sense in named:
        if sense != ANYTHING and sense.removeprefix("#") not in known:
            head.complain(key, _("No words have the sense “{id}”.", id=sense))
    return frozenset(named)
