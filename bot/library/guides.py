"""Makes a guide of its files, and checks what it refers to."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.activities import Activity
from bot.domain.guides import Confidence, Guide, Source, Trouble
from bot.domain.problems import Problem
from bot.domain.text import Words, _
from bot.library.cases import cases
from bot.library.guide_file import LONGEST_TITLE, Written
from bot.library.heads import Head
from bot.library.languages import LONGEST_LINE, all_in_both, in_both, paired

# Titles of activities and groups are button labels.
LONGEST_LABEL = 30
_LONGEST_PHRASE = 200


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes guides of their files; it knows what a guide may refer to."""

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
        group = head.words("group", most=LONGEST_LABEL)
        if group not in self.groups:
            head.complain("group", _("There is no group “{id}”.", id=group))
        safety = head.many("safety", most=LONGEST_LABEL)
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
            keywords=head.many("keywords", most=LONGEST_LABEL * 2)
            + (other.many("keywords", most=LONGEST_LABEL * 2) if other else ()),
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
