"""What the tests of figures in drafts ask: which kinds are flagged, and where."""

from collections.abc import Iterable

from bot.domain.drafts import Fault
from bot.reading.draft import Context, draft
from bot.reading.draft.figured import figured


def flagged(text: str) -> list[tuple[Fault, str]]:
    """Return the kind and the quote of everything that is wrong in the numbers of a text."""
    return [(one.fault, one.quote) for one in figured(draft(text), Context())]


def kinds(text: str) -> list[Fault]:
    """Return only the kinds."""
    return [fault for fault, _quote in flagged(text)]


def report(lines: Iterable[str]) -> str:
    """Put lines into the middle of a report."""
    return "BÁO CÁO\n\nI. KẾT QUẢ\n\n" + "\n".join(lines) + "\n"
