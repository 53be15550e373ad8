"""Reads content/services.toml, the essential public services, and checks that it holds together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.guides import Confidence, Source
from bot.domain.problems import Problem
from bot.domain.services import Decision, Missing, Online, Service, Services
from bot.domain.text import Words, _
from bot.library import rules
from bot.library.heads import Head
from bot.library.languages import LONGEST_LINE
from bot.library.pages import tables

_LONGEST_ID = 60
# Titles of services and decisions are button labels.
_LONGEST_TITLE = 40
_LONGEST_NAME = 200
_OF_DECISION = ("id", "title", "count", "numbering", "guide", "checked", "review_by")
_OF_SERVICE = (
    *("id", "decision", "number", "name", "title", "owner", "online", "office", "codes", "guides"),
    *("confidence", "sources"),
)


def services(
    path: Path, guides: Collection[str], problems: list[Problem], today: date | None = None
) -> Services:
    """Return the public services; what is wrong with them is added to `problems`.

    `guides` are the ids of all guides; where there are none, that is a problem of its own. With a
    day as `today`, what that day has passed is a problem too.
    """
    written = tables(path, "decisions", problems)
    if not written:
        return Services()
    known: set[str] = set()
    heads = {_new(head, known): head for head, __ in written}
    decisions = tuple(_decision(name, head, guides, today) for name, head in heads.items())
    sources = {_new(head, known): _source(head) for head, __ in tables(path, "sources", problems)}
    owners = {
        _new(head, known): head.both("title", most=_LONGEST_NAME)
        for head, __ in tables(path, "owners", problems)
    }
    shelf = _Shelf(heads, owners, sources, guides)
    listed = tuple(shelf.service(head, known) for head, __ in tables(path, "services", problems))
    missing = tuple(shelf.missing(head) for head, __ in tables(path, "missing", problems))
    found = Services(decisions, listed, missing)
    for decision in decisions:
        here, lacking = len(found.under(decision)), found.unknown(decision)
        if decision.count and here + lacking != decision.count:
            heads[decision.id].complain(
                "count",
                _(
                    "There are {n} services: {listed} are listed and {missing} missing.",
                    n=decision.count,
                    listed=here,
                    missing=lacking,
                ),
            )
    return found


def _decision(name: str, head: Head, guides: Collection[str], today: date | None) -> Decision:
    head.only(*_OF_DECISION)
    guide = head.words("guide", most=_LONGEST_ID) if head.get("guide") is not None else None
    if guide and guides and guide not in guides:
        head.complain("guide", _("There is no guide “{id}”.", id=guide))
    checked, review_by = head.day("checked"), head.day("review_by")
    rules.days(head, checked, review_by, today)
    return Decision(
        id=name,
        title=head.both("title", most=_LONGEST_TITLE),
        count=_number(head, "count"),
        numbering=head.one_of("numbering", Confidence, Confidence.LOW),
        guide=guide,
        checked=checked,
        review_by=review_by,
    )


def _source(head: Head) -> Source:
    head.only("id", "url", "date")
    url, day = str(head.get("url") or ""), str(head.get("date") or "")
    if not url.startswith("https://"):
        head.complain("url", _("A source's address begins with https://."))
    if not rules.is_day(day):
        head.complain("date", _("A source has a date, or “no date”."))
    return Source(url, day)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a service may refer to."""

    decisions: Collection[str]
    owners: Mapping[str, Words]
    sources: Mapping[str, Source]
    guides: Collection[str]

    def service(self, head: Head, known: set[str]) -> Service:
        """Make one service of its table."""
        head.only(*_OF_SERVICE)
        name, decision = _new(head, known), self._decision(head)
        number = _number(head, "number") if head.get("number") is not None else None
        if number and f"{decision} {number}" in known:
            head.complain("number", _("“{words}” stands here twice.", words=str(number)))
        known.add(f"{decision} {number}")
        owner = head.words("owner", most=_LONGEST_ID)
        if owner and owner not in self.owners:
            head.complain("owner", _("There is no owner “{id}”.", id=owner))
        return Service(
            id=name,
            decision=decision,
            number=number,
            name=head.both("name", most=_LONGEST_NAME),
            title=head.both("title", most=_LONGEST_TITLE),
            owner=self.owners.get(owner, Words({"vi": owner})),
            online=_online(head),
            office=head.both("office", most=LONGEST_LINE),
            codes=head.many("codes", most=_LONGEST_ID),
            guides=self._guides(head, name),
            confidence=head.one_of("confidence", Confidence, Confidence.LOW),
            sources=self._sources(head),
        )

    def missing(self, head: Head) -> Missing:
        """Make of a table what nobody has found yet."""
        head.only("decision", "rows", "why", "who")
        return Missing(
            decision=self._decision(head),
            rows=_number(head, "rows"),
            why=head.both("why", most=_LONGEST_NAME),
            who=head.both("who", most=_LONGEST_NAME),
        )

    def _decision(self, head: Head) -> str:
        decision = head.words("decision", most=_LONGEST_ID)
        if decision and decision not in self.decisions:
            head.complain("decision", _("There is no decision “{id}”.", id=decision))
        return decision

    def _guides(self, head: Head, name: str) -> tuple[str, ...]:
        """Return the guides of a service; an id of both must mean the same in every record."""
        named = head.many("guides", most=_LONGEST_ID)
        for guide in named:
            if self.guides and guide not in self.guides:
                head.complain("guides", _("There is no guide “{id}”.", id=guide))
        if name in self.guides and name not in named:
            head.complain("id", _("“{id}” is a guide: name it in “guides”, too.", id=name))
        return named

    def _sources(self, head: Head) -> tuple[Source, ...]:
        named = head.many("sources", most=_LONGEST_ID)
        if not named:
            head.complain("sources", _("A service names at least one source."))
        for source in named:
            if source not in self.sources:
                head.complain("sources", _("There is no source “{id}”.", id=source))
        return tuple(self.sources[source] for source in named if source in self.sources)


def _new(head: Head, known: set[str]) -> str:
    """Return the id of a table, which no other table has."""
    name = head.words("id", most=_LONGEST_ID)
    if name and name in known:
        head.complain("id", _("“{words}” stands here twice.", words=name))
    known.add(name)
    return name


def _number(head: Head, key: str) -> int:
    value = head.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        head.complain(key, _("“{key}” must be a whole number from 1.", key=key))
        return 0
    return value


def _online(head: Head) -> tuple[Online, ...]:
    named = head.many("online", most=_LONGEST_ID)
    allowed = {one.value for one in Online}
    if not named or not allowed.issuperset(named):
        ways = ", ".join(sorted(allowed))
        head.complain("online", _("“{key}” must be one of: {allowed}.", key="online", allowed=ways))
    return tuple(Online(one) for one in named if one in allowed)
