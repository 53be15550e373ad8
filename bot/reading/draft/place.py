"""Another commune's name where the own one belongs: left over from a copied report."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.checker import Context
from bot.reading.draft.elsewhere import LISTED, OWN_PLACE, SUBJECT, joined, says_beside, says_other
from bot.reading.draft.names import KINDS, Mention, is_own, mentions, own_name, signed_at
from bot.reading.draft.parts import head
from bot.reading.draft.spelling import has_accents, near, spelt
from bot.reading.draft.text import Draft, Item

_AROUND, _BEHIND = 120, 60
_IN_HEAD = 3  # votes of the letterhead for how the own name is spelt


def place(draft: Draft, context: Context) -> Iterator[Correction]:
    """Find communes that are named as if they were the own one, and the own one misspelt."""
    own = own_name(draft, context.own)
    if own is None:
        return
    named = [one for item in draft.items for one in mentions(item)]
    shown = _shown(draft, named, own, context.own)
    known = {one.key for one in named if joined(_sentence(one))}
    for one in named:
        wrong = _misspelt(one, own, shown) if is_own(one, own) else _wrong(one, own, known)
        if wrong:
            yield _correction(one, shown)
    for item in head(draft):
        signed = signed_at(item)
        if signed and not is_own(signed, own) and len(named) > 1:
            yield _correction(signed, shown)


def _wrong(one: Mention, own: str, known: set[str]) -> bool:
    """Tell whether another commune's name stands in the place of the own one."""
    text = one.item.text
    if one.key in known or LISTED.match(text[one.end : one.end + 20]):
        return False
    if near(one.key, own):
        return not says_beside(_before(one))
    return _in_own_place(one) and not _says_other(one)


def _misspelt(one: Mention, own: str, shown: str) -> bool:
    """Tell whether the own name stands with other accents: another name. None at all is haste."""
    size = own.count(" ") + 1
    if one.key.count(" ") + 1 < size or not has_accents(one.name) or not has_accents(shown):
        return False
    first = spelt(one.name).split()[:size]
    return first != spelt(shown).split()[:size] and not says_beside(_before(one))


def _in_own_place(one: Mention) -> bool:
    before = one.item.text[max(0, one.start - 40) : one.start]
    if OWN_PLACE.search(before):
        return True
    begins = not before.strip(" -+*•(") or before.endswith((". ", "; ", ": ", ", "))
    return begins and bool(SUBJECT.match(one.item.text, one.end))


def _says_other(one: Mention) -> bool:
    behind = one.item.text[one.end : one.end + _BEHIND].partition(". ")[0]
    return says_other(_before(one), behind.partition(";")[0])


def _before(one: Mention) -> str:
    """Return the words before a name in its clause, with "xã" for whatever kind it is."""
    text, low = one.item.text, _begin(one, _AROUND)
    return f"{text[max(low, text.rfind(';', low, one.start) + 1) : one.start]}xã"


def _sentence(one: Mention) -> str:
    """Return the sentence in which a name stands, as far as it is near."""
    text = one.item.text
    end = text.find(". ", one.end, one.end + _AROUND)
    return text[_begin(one, 2 * _AROUND) : end if end > 0 else one.end + _AROUND]


def _begin(one: Mention, reach: int) -> int:
    low = max(0, one.start - reach)
    return max(low, one.item.text.rfind(". ", low, one.start) + 1)


def _shown(draft: Draft, named: list[Mention], own: str, given: str | None) -> str:
    """Return the own name as the report writes it most, rather quietly than in large letters."""
    if given and has_accents(given):
        return re.sub(rf"^\s*(?:{KINDS})\s+", "", given, flags=re.IGNORECASE)
    above, size = head(draft), own.count(" ") + 1
    votes, quiet = Counter[str](), dict[str, str]()
    for one in named:
        if not is_own(one, own):
            continue
        name = " ".join(one.name.split()[:size])
        votes[spelt(name)] += _IN_HEAD if one.item in above else 1
        if name.isupper():
            quiet.setdefault(spelt(name), name.title())
        else:
            quiet[spelt(name)] = name
    return quiet[votes.most_common(1)[0][0]] if votes else given or own


def _correction(one: Mention, own: str) -> Correction:
    item: Item = one.item
    line, quote = item.quote(one.start, one.end)
    printed = item.text[one.start : one.end]
    why = _("The report is of {own}, but {other} stands here.", own=own, other=one.name)
    return Correction(line, quote, Fault.PLACE, printed, Plain(own), why)
