"""Makes a guide of its files, and checks what it refers to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.activities import Activity
from bot.domain.guides import Confidence, Guide, Trouble
from bot.domain.problems import Problem
from bot.domain.text import _
from bot.library import rules
from bot.library.cases import cases
from bot.library.guide_file import LONGEST_TITLE, Written
from bot.library.languages import LONGEST_LINE, all_in_both, in_both, paired
from bot.library.overlay import Laid
from bot.library.rules import Safety
from bot.library.said import said

# Titles of activities and groups are button labels.
LONGEST_LABEL = 30
_LONGEST_KEYWORD = 60
_LONGEST_PHRASE = 200
# What a reader of a guide reads is in every language; its facts stand in the Vietnamese file only.
_SPOKEN = ("title", "for_whom", "bring", "time", "fee", "help", "keywords", "phrases", "cases")
_FACTS = ("group", "activity", "safety", "legal", "confidence", "checked", "review_by", "sources")


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes guides of their files; it knows what a guide may refer to.

    With a day as `today`, what that day has passed is a problem too.
    """

    activities: Mapping[str, Activity]
    groups: set[str]
    safety: Mapping[str, Safety]
    guides: set[str]
    problems: list[Problem]
    today: date | None = None

    def guide(
        self,
        guide_id: str,
        written: Written,
        english: Written | None,
        laid: Laid | None = None,
        *,
        own: bool = False,
    ) -> Guide:
        """Make a guide of its files; an overlay brought what is `laid` over it, or all (`own`)."""
        head, other = written.head, english.head if english else None
        head.only(*_SPOKEN, *_FACTS)
        if other:
            other.only(*_SPOKEN)
        activity = str(head.get("activity") or "") or None
        if activity and activity not in self.activities:
            head.complain("activity", _("There is no activity “{id}”.", id=activity))
            activity = None
        group = head.words("group", most=LONGEST_LABEL)
        if group not in self.groups:
            head.complain("group", _("There is no group “{id}”.", id=group))
        safety = head.many("safety", most=LONGEST_LABEL, once=True)
        for line in safety:
            if line not in self.safety:
                head.complain("safety", _("There is no safety line “{id}”.", id=line))
        checked, review_by = head.day("checked"), head.day("review_by")
        rules.days(head, checked, review_by, self.today)
        self._check(written, english, safety)
        return Guide(
            id=guide_id,
            group=group,
            title=in_both(head, other, "title", LONGEST_TITLE),
            for_whom=in_both(head, other, "for_whom", LONGEST_LINE),
            bring=all_in_both(head, other, "bring"),
            time=in_both(head, other, "time", LONGEST_LINE),
            fee=in_both(head, other, "fee", LONGEST_LINE),
            help=all_in_both(head, other, "help"),
            safety=tuple(self.safety[line].words for line in safety if line in self.safety),
            steps=paired(
                [one.text for one in written.steps],
                [one.text for one in english.steps] if english else [],
            ),
            troubles=self._troubles(written, english),
            activity=activity,
            legal=head.many("legal", most=_LONGEST_PHRASE, once=True),
            sources=rules.sources(head, checked),
            confidence=head.one_of("confidence", Confidence, Confidence.LOW),
            checked=min(checked, laid.checked) if laid else checked,
            review_by=min(review_by, laid.review_by) if laid else review_by,
            keywords=head.many("keywords", most=_LONGEST_KEYWORD, once=True)
            + (other.many("keywords", most=_LONGEST_KEYWORD, once=True) if other else ()),
            cases=cases(head, other, self.guides, len(written.steps)),
            phrases=head.many("phrases", most=_LONGEST_PHRASE, once=True)
            + (other.many("phrases", most=_LONGEST_PHRASE, once=True) if other else ()),
            local=own or laid is not None,
            local_steps=laid.steps if laid else frozenset(),
        )

    def _check(self, written: Written, english: Written | None, safety: tuple[str, ...]) -> None:
        """Check what is said: languages against each other, and what its words call for."""
        mine = said(written)
        theirs = said(english) if english else {}
        if english:
            self._agree(written, english)
            rules.same_numbers(mine, theirs, self.problems)
        if written.head.get("confidence") == Confidence.LOW:
            rules.asks_again("vi", written.head, mine)
            if english:
                rules.asks_again("en", english.head, theirs)
        rules.safe(self.safety, safety, mine, self.problems)

    def _agree(self, written: Written, english: Written) -> None:
        """Check that the languages have the same steps and troubles, one for one."""
        mine, theirs = (
            (len(one.steps), [(trouble.step, trouble.links) for trouble in one.troubles])
            for one in (written, english)
        )
        if mine != theirs:
            text = _("Steps and troubles differ from those of {file}.", file=written.file)
            self.problems.append(Problem(english.file, 0, text))

    def _troubles(self, written: Written, english: Written | None) -> tuple[Trouble, ...]:
        mine, theirs = written.troubles, english.troubles if english else []
        for file, one in [
            *((written.file, one) for one in mine),
            *((english.file, one) for one in theirs if english),
        ]:
            if not one.fix:
                text = _("This trouble has no fix below it.")
                self.problems.append(Problem(file, one.line, text))
            for link in set(one.links) - self.guides:
                text = _("There is no guide “{id}”.", id=link)
                self.problems.append(Problem(file, one.line, text))
        titles = paired([one.title for one in mine], [one.title for one in theirs])
        fixes = paired([one.fix for one in mine], [one.fix for one in theirs])
        return tuple(
            Trouble(title, fix, one.step, tuple(link for link in one.links if link in self.guides))
            for title, fix, one in zip(titles, fixes, mine, strict=True)
        )
