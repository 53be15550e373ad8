"""Reads the whole of content/ and checks that its parts fit each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.domain.activities import Activity
from bot.domain.entries import Reading
from bot.domain.guides import Found, Group, Guide
from bot.domain.indicators import Catalogue
from bot.domain.problems import Problem
from bot.domain.services import Services
from bot.domain.text import _
from bot.library import rules
from bot.library.declared import declared
from bot.library.entry_words import lexicon
from bot.library.guide_file import Written, read
from bot.library.guides import LONGEST_LABEL, Maker
from bot.library.heads import Head
from bot.library.overlay import Files, files, lay
from bot.library.pages import heads
from bot.library.search_words import habits
from bot.library.services import services
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
    services: Services
    catalogue: Catalogue

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

    def same(self, said: str, others: Sequence[str]) -> int | None:
        """Return which of some questions (from 0) asks the same, None where none surely does."""
        return self.finder.same.which(said, others)

    def unnamed(self, said: str) -> str:
        """Return a sentence with whole names covered."""
        return self.finder.unnamed.covered(said)

    def read_entry(self, said: str, *, today: date, villages: Sequence[str]) -> Reading:
        """Return what a quick entry says, written on a local day in a commune of these villages."""
        masked = mask(said)
        return self.entries.read(
            masked.text, today=today, villages=villages, personal=bool(masked.kinds)
        )


def load(
    folder: Path, overlay: Path | None = None, today: date | None = None
) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library and everything that is wrong with it, by file and line.

    `overlay` is laid over it. What only time makes wrong (a review that is due) is a problem where
    a day is given as `today`: it must come to somebody's notice, but never keep a bot from serving.
    """
    problems: list[Problem] = []
    counted = declared(folder, overlay, problems)
    groups = tuple(map(_group, heads(folder, "groups", problems, overlay)))
    safety = {
        head.words("id", most=LONGEST_LABEL): rules.safety(head)
        for head in heads(folder, "safety", problems)
    }
    found = files(folder, overlay, problems)
    ids = [name.removesuffix(".vi.md") for name in found.guides if name.endswith(".vi.md")]
    if not ids:
        problems.append(Problem("guides", 0, _("There is no guide here: put the folder back.")))
    known = {group.id for group in groups}
    maker = Maker(counted.activities, known, safety, set(ids), problems, today)
    guides = _guides(ids, found, maker)
    order = {group.id: place for place, group in enumerate(groups)}
    ranked = sorted(guides, key=lambda guide: (order.get(guide.group, 99), guide.id))
    filled = tuple(group for group in groups if any(g.group == group.id for g in ranked))
    by_id = {guide.id: guide for guide in ranked}
    public = services(folder / "services.toml", ids, problems, today)
    named = {*ids, *(one.id for one in public)} if ids else set()
    words = lexicon(folder / "entries.toml", counted.activities, named, problems)
    said = habits(folder / "search.toml", words.short, problems)
    library = Library(counted.activities, by_id, filled, words, said, public, counted.catalogue)
    return library, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def _guides(ids: Sequence[str], found: Files, maker: Maker) -> list[Guide]:
    """Make every guide: read, laid over, checked, and compared with the others."""
    guides: list[Guide] = []
    written: list[Written] = []
    for guide_id in ids:
        spoken = {
            language: one
            for language in ("vi", "en")
            if (file := found.guides.get(f"{guide_id}.{language}.md"))
            and (one := read(*file, maker.problems))
        }
        if "vi" not in spoken:
            continue
        part = found.parts.get(guide_id)
        laid = lay(*part, spoken, maker.problems, maker.today) if part else None
        vietnamese, english = spoken["vi"], spoken.get("en")
        own = guide_id in found.own
        guides.append(maker.guide(guide_id, vietnamese, english, laid, own=own))
        written += spoken.values()
    rules.distinct(written)
    return guides


def _group(head: Head) -> Group:
    head.only("id", "title")
    return Group(head.words("id", most=LONGEST_LABEL), head.both("title", most=LONGEST_LABEL))
