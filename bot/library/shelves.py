"""Reads the whole of content/ and checks that its parts fit each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.domain.activities import Activity, Unit
from bot.domain.entries import Reading
from bot.domain.guides import Found, Group, Guide
from bot.domain.problems import Problem
from bot.domain.text import Words, _
from bot.library.entry_words import lexicon
from bot.library.guide_file import read
from bot.library.guides import LONGEST_LABEL, Maker
from bot.library.heads import Head, tables
from bot.library.languages import LONGEST_LINE
from bot.library.search_words import habits
from bot.reading.entry.reader import EntryReader
from bot.reading.entry.vocabulary import Lexicon
from bot.reading.finding.finder import Finder
from bot.reading.finding.saying import Habits
from bot.reading.personal import mask


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
        Group(head.words("id", most=LONGEST_LABEL), head.both("title", most=LONGEST_LABEL))
        for head, __ in tables(folder / "groups.toml", "groups", problems)
    )
    safety = {
        head.words("id", most=LONGEST_LABEL): Words(
            {language: head.words(language, most=LONGEST_LINE) for language in ("vi", "en")}
        )
        for head, __ in tables(folder / "safety.toml", "safety", problems)
    }
    files = {path.name: path for path in sorted((folder / "guides").glob("*.md"))}
    ids = [name.removesuffix(".vi.md") for name in files if name.endswith(".vi.md")]
    if not ids:
        problems.append(Problem("guides", 0, _("There is no guide here: put the folder back.")))
    maker = Maker(activities, {group.id for group in groups}, safety, set(ids), problems)
    guides: dict[str, Guide] = {}
    for guide_id in ids:
        vietnamese = read(files[f"{guide_id}.vi.md"], problems)
        english_file = files.get(f"{guide_id}.en.md")
        english = read(english_file, problems) if english_file else None
        if vietnamese:
            guides[guide_id] = maker.guide(guide_id, vietnamese, english)
    known = {f"{guide_id}.{language}.md" for guide_id in ids for language in ("vi", "en")}
    problems.extend(
        Problem(f"guides/{name}", 0, _("A guide needs a file named <id>.vi.md."))
        for name in sorted(set(files) - known)
    )
    order = {group.id: place for place, group in enumerate(groups)}
    ranked = sorted(guides.values(), key=lambda guide: (order.get(guide.group, 99), guide.id))
    filled = tuple(group for group in groups if any(g.group == group.id for g in ranked))
    by_id = {guide.id: guide for guide in ranked}
    words = lexicon(folder / "entries.toml", activities, problems)
    said = habits(folder / "search.toml", words.short, problems)
    library = Library(activities, by_id, filled, words, said)
    return library, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def _activity(head: Head) -> Activity:
    return Activity(
        id=head.words("id", most=LONGEST_LABEL),
        unit=head.one_of("unit", Unit, Unit.TIME),
        title=head.both("title", most=LONGEST_LABEL),
    )
