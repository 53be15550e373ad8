"""What must hold in every guide, whatever it is about: numbers, doubt, safety, sources, days."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.guides import Source
from bot.domain.problems import Problem
from bot.domain.text import Phrase, Words, _
from bot.library.certain import ASKS, not_asked
from bot.library.guide_file import Written
from bot.library.heads import Head, unknown
from bot.library.languages import LONGEST_LINE
from bot.library.said import Part, Said

# A legal number (69/2024/NĐ-CP) is compared with its year; of other numbers the digits are.
_NUMBER = re.compile(r"\d+/\d{4}(?=/[^\W\d])|\d+(?:[., ]\d+)*")
# Telephones, fees, years and codes; shorter ones may be words, or hours, in the other language.
_FEWEST_DIGITS = 3
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_NO_DAY = "no date"


@dataclass(frozen=True, slots=True)
class Safety:
    """A fixed safety line; a guide whose Vietnamese says one of the words of `when` carries it."""

    words: Words
    when: re.Pattern[str] | None


def safety(head: Head) -> Safety:
    """Return a safety line of its table; `when`, the words that call for it, may be left out."""
    head.only("id", "vi", "en", "when")
    when = head.many("when", most=LONGEST_LINE, once=True) if head.get("when") is not None else ()
    pattern = "|".join(rf"\b{re.escape(one)}\b" for one in when)
    return Safety(
        Words({language: head.words(language, most=LONGEST_LINE) for language in ("vi", "en")}),
        re.compile(pattern, re.IGNORECASE) if when else None,
    )


def same_numbers(
    mine: Mapping[Part, Said], theirs: Mapping[Part, Said], problems: list[Problem]
) -> None:
    """Complain of texts whose long numbers are not those of the Vietnamese ones.

    Where there are not as many of a kind, nobody can tell which is which; that is said elsewhere.
    """
    many, more = (Counter(name for name, __ in said) for said in (mine, theirs))
    for part, said in theirs.items():
        if many[part[0]] == more[part[0]] and _numbers(said.text) != _numbers(mine[part].text):
            text = _("The numbers here are not those of the Vietnamese text.")
            problems.append(said.problem(text))


def asks_again(language: str, head: Head, said: Mapping[Part, Said]) -> None:
    """Complain of a guide of low confidence that does not say whom to ask."""
    if not any(ASKS[language].search(one.text) for one in said.values()):
        head.complain("confidence", not_asked())


def safe(
    lines: Mapping[str, Safety],
    carried: tuple[str, ...],
    said: Mapping[Part, Said],
    problems: list[Problem],
) -> None:
    """Complain, once a safety line, of the first text that needs one the guide does not carry."""
    whole = "\n".join(one.text for one in said.values())
    for name, line in lines.items():
        if name in carried or line.when is None or not line.when.search(whole):
            continue
        for one in said.values():
            if found := line.when.search(one.text):
                needed = _("“{word}” is named: “safety” must have “{id}”.", word=found[0], id=name)
                problems.append(one.problem(needed))
                break


def sources(head: Head, checked: date) -> tuple[Source, ...]:
    """Return where a guide comes from: addresses, each with the day of its page."""
    given = head.get("sources")
    listed = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    if not listed:
        head.complain("sources", _("A guide names at least one source."))
    known: set[str] = set()
    for nth, source in enumerate(listed):

        def complain(_key: str, text: Phrase, nth: int = nth) -> None:
            head.complain("sources", text, nth)

        unknown(source, ("url", "date"), complain)
        url, day = str(source.get("url", "")), str(source.get("date") or "")
        if not url.startswith("https://"):
            complain("url", _("A source's address begins with https://."))
        elif url in known:
            complain("url", _("“{words}” stands here twice.", words=url))
        known.add(url)
        if not is_day(day):
            complain("date", _("A source has a date, or “no date”."))
        elif checked > date.min and day != _NO_DAY and day > checked.isoformat()[: len(day)]:
            complain("date", _("A source cannot be younger than the day of “checked”."))
    return tuple(Source(str(s.get("url")), str(s.get("date"))) for s in listed)


def days(head: Head, checked: date, review_by: date, today: date | None) -> None:
    """Complain of days that cannot be; with a `today`, also of those that it has passed."""
    if review_by <= checked and date.min not in {checked, review_by}:
        head.complain("review_by", _("“review_by” must come after “checked”."))
    if today and checked > today:
        head.complain("checked", _("“checked” is a day that has not come yet."))
    if today and date.min < review_by < today:
        text = _("Overdue since {day}: look at the sources, then set new days.", day=review_by)
        head.complain("review_by", text)


def distinct(guides: Sequence[Written]) -> None:
    """Complain of titles and phrases that two guides have: nobody could tell which is meant."""
    titles: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for one in guides:
        for known, key in ((titles, "title"), (phrases, "phrases")):
            value = one.head.get(key)
            for words in value if isinstance(value, list) else [value]:
                first = known.setdefault(str(words).casefold(), one.file)
                if first != one.file:
                    text = _("“{words}” stands in {file} too.", words=str(words), file=first)
                    one.head.complain_of(str(words), key, text)


def _numbers(text: str) -> list[str]:
    found = (one if "/" in one else re.sub(r"\D", "", one) for one in _NUMBER.findall(text))
    return sorted(one for one in found if len(one) >= _FEWEST_DIGITS)


def is_day(written: str) -> bool:
    """Tell whether a source's date is one: a day, month or year, or “no date”."""
    if written == _NO_DAY:
        return True
    if not _DAY.fullmatch(written):
        return False
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        return False
    return True
