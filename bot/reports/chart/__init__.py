"""A period as one picture for a phone; the library that draws is loaded with the first one."""

from collections.abc import Callable, Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.text import Text


def chart(
    dossier: Dossier, activities: Mapping[str, Activity], say: Callable[[Text], str]
) -> bytes:
    """Return a period as a PNG, 1 080 dots wide; the same bytes for the same dossier.

    `say`: puts a text into the reader's language.
    """
    # It takes longer to load than every command takes to begin, and few of them draw.
    from bot.reports.chart.page import drawn  # noqa: PLC0415
    from bot.reports.chart.paper import png  # noqa: PLC0415

    return png(drawn(dossier, activities, say))
