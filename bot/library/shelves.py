"""Reads the whole of content/ and checks that its parts fit each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.domain.activities import Activity, Unit
from bot.domain.entries import Reading
from bot.domain.guides import Confidence, Found, Group, Guide, Source, Trouble
from bot.domain.problems import Problem
from bot.domain.services import Services
from bot.domain.text import Words, _
from bot.library.cases import cases
from bot.library.entry_words import lexicon
from bot.library.guide_file import LONGEST_TITLE, Written, read
from bot.library.heads import Head, tables
from bot.library.languages import LONGEST_LINE, all_in_both, in_both, paired
from bot.library.search_words import habits
from bot.library.services import services
from bot.reading.entry.reader import EntryReader
from bot.reading.entry.vocabulary import Lexicon
from bot.reading.finding.finder import Finder
from bot.reading.finding.saying import Habits
from bot.reading.personal import mask

# Titles of activities and groups are button labels.
_LONGEST_LABEL = 30
_LONGEST_PHRASE = 200


@dataclass(frozen=True)
class Library:
    """Everything the content says, in the order in which it is offered.

    The search and the reader of entries are made of it when they are first needed: a start, and a
    command that reads nothing that was typed, need not wait for them.
    """

    activities: Mapping[str, Activity]
    guides: Mapping[str, Guide]
    groups: tuple[Group, ...]
    lexicon: Lexicon
    habits: Habits
    services: Services

    @cached_property
    def finder(self) -> Finder:
        """Return the search over the guides."""
        return Finder(tuple(self.guides.values()), self.habits)

    @cached_property
    def entries(self) -> EntryReader:
        """Return the reader of quick entries."""
        return EntryReader(self.lexicon)

    def find(self, said: str) -> Found:
        """Return the guides most like what was typed."""
        return self.finder.find(said)

    def troubles(self, guide: str, said: str) -> tuple[int, ...]:
        """Return which of a guide's troubles (from 0) the words may name, the likeliest first."""
        return self.finder.troubles(guide, said)

    def gist(self, said: str) -> str:
        """Return what a search was about in words that are nobody's, "" where none are known."""
        return self.finder.gist(said)

    def read_entry(self, said: str, *, today: date, villages: Sequence[str]) -> Reading:
        """Return what a quick entry says, written on a local day in a commune of these villages."""
        masked = mask(said)
        return self.entries.read(
            masked.text, today=today, villages=villages, personal=bool(masked.kinds)
        )


def load(folder: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library and everything that is wrong with it, by file and line."""
    problems: list[Problem] = []
    activities = {
        activity.id: activity
        for activity in (
            _activity(head)
            for head, __ in tables(folder / "activities.toml", "activities", problems)
        )
    }
    groups = tuple(
        Group(head.words("id", most=_LONGEST_LABEL), head.both("title", most=_LONGEST_LABEL))
        for head, __ in tables(folder / "groups.toml", "groups", problems)
    )
    safety = {
        head.words("id", most=_LONGEST_LABEL): Words(
            {language: head.words(language, most=LONGEST_LINE) for language in ("vi", "en")}
        )
        for head, __ in tables(folder / "safety.toml", "safety", problems)
    }
    files = {path.name: path for path in sorted((folder / "guides").glob("*.md"))}
    ids = [name.removesuffix(".vi.md") for name in files if name.endswith(".vi.md")]
    if not ids:
        problems.append(Problem("guides", 0, _("There is no guide here: put the folder back.")))
    shelf = _Shelf(activities, {group.id for group in groups}, safety, set(ids), problems)
    guides: dict[str, Guide] = {}
    for guide_id in ids:
        vietnamese = read(files[f"{guide_id}.vi.md"], problems)
        english_file = files.get(f"{guide_id}.en.md")
        english = read(english_file, problems) if english_file else None
        if vietnamese:
            guides[guide_id] = shelf.guide(guide_id, vietnamese, english)
    known = {f"{guide_id}.{language}.md" for guide_id in ids for language in ("vi", "en")}
    problems.extend(
        Problem(f"guides/{name}", 0, _("A guide needs a file named <id>.vi.md."))
        for name in sorted(set(files) - known)
    )
    order = {group.id: place for place, group in enumerate(groups)}
    ranked = sorted(guides.values(), key=lambda guide: (order.get(guide.group, 99), guide.id))
    filled = tuple(group for group in groups if any(g.group == group.id for g in ranked))
    by_id = {guide.id: guide for guide in ranked}
    public = services(folder / "services.toml", ids, problems)
    named = {*ids, *(one.id for one in public)} if ids else set()
    words = lexicon(folder / "entries.toml", activities, named, problems)
    said = habits(folder / "search.toml", words.short, problems)
    library = Library(activities, by_id, filled, words, said, public)
    return library, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def _activity(head: Head) -> Activity:
    return Activity(
        id=head.words("id", most=_LONGEST_LABEL),
        unit=head.one_of("unit", Unit, Unit.TIME),
        title=head.both("title", most=_LONGEST_LABEL),
    )


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a guide may refer to."""

    activities: Mapping[str, Activity]
    groups: set[str]
    safety: Mapping[str, Words]
    guides: set[str]
    problems: list[Problem]

    def guide(self, guide_id: str, written: Written, english: Written | None) -> Guide:
        """Make a guide of its files; the facts stand in the Vietnamese one only."""
        head = written.head
        activity = str(head.get("activity") or "") or None
        if activity and activity not in self.activities:
            head.complain("activity", _("There is no activity “{id}”.", id=activity))
            activity = None
        group = head.words("group", most=_LONGEST_LABEL)
        if group not in self.groups:
            head.complain("group", _("There is no group “{id}”.", id=group))
        safety = head.many("safety", most=_LONGEST_LABEL)
        for line in safety:
            if line not in self.safety:
                head.complain("safety", _("There is no safety line “{id}”.", id=line))
        self._agree(written, english)
        other = english.head if english else None
        return Guide(
            id=guide_id,
            group=group,
            title=in_both(head, other, "title", LONGEST_TITLE),
            for_whom=in_both(head, other, "for_whom", LONGEST_LINE),
            bring=all_in_both(head, other, "bring"),
            time=in_both(head, other, "time", LONGEST_LINE),
            fee=in_both(head, other, "fee", LONGEST_LINE),
            help=all_in_both(head, other, "help"),
            safety=tuple(self.safety[line] for line in safety if line in self.safety),
            steps=paired(written.steps, english.steps if english else []),
            troubles=self._troubles(written, english),
            activity=activity,
            legal=head.many("legal", most=_LONGEST_PHRASE),
            sources=self._sources(head),
            confidence=head.one_of("confidence", Confidence, Confidence.LOW),
            checked=head.day("checked"),
            review_by=head.day("review_by"),
            keywords=head.many("keywords", most=_LONGEST_LABEL * 2)
            + (other.many("keywords", most=_LONGEST_LABEL * 2) if other else ()),
            cases=cases(head, other, self.guides, len(written.steps)),
            phrases=head.many("phrases", most=_LONGEST_PHRASE)
            + (other.many("phrases", most=_LONGEST_PHRASE) if other else ()),
        )

    def _agree(self, written: Written, english: Written | None) -> None:
        """Check that the languages have the same steps and troubles, one for one."""
        if not english:
            return
        mine = (len(written.steps), [trouble.step for trouble in written.troubles])
        theirs = (len(english.steps), [trouble.step for trouble in english.troubles])
        if mine != theirs:
            text = _("Steps and troubles differ from those of {file}.", file=written.file)
            self.problems.append(Problem(english.file, 0, text))

    def _troubles(self, written: Written, english: Written | None) -> tuple[Trouble, ...]:
        mine, theirs = written.troubles, english.troubles if english else []
        titles = paired([one.title for one in mine], [one.title for one in theirs])
        fixes = paired([one.fix for one in mine], [one.fix for one in theirs])
        made = []
        for title, fix, one in zip(titles, fixes, mine, strict=True):
            if not one.fix:
                text = _("This trouble has no fix below it.")
                self.problems.append(Problem(written.file, one.line, text))
            for link in set(one.links) - self.guides:
                text = _("There is no guide “{id}”.", id=link)
                self.problems.append(Problem(written.file, one.line, text))
            see = tuple(link for link in one.links if link in self.guides)
            made.append(Trouble(title, fix, one.step, see))
        return tuple(made)

    def _sources(self, head: Head) -> tuple[Source, ...]:
        given = head.get("sources")
        listed = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
        if not listed:
            head.complain("sources", _("A guide names at least one source."))
        for nth, source in enumerate(listed):
            if not str(source.get("url", "")).startswith("https://"):
                head.complain("sources", _("A source's address begins with https://."), nth)
            if not source.get("date"):
                head.complain("sources", _("A source has a date, or “no date”."), nth)
        return tuple(Source(str(s.get("url")), str(s.get("date"))) for s in listed)
