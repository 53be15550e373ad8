"""One page of a period: whose it is, twelve weeks of help, indicators beside their targets."""

from collections.abc import Callable, Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.text import Lines, Text, _
from bot.reports.briefing import so_far, standing
from bot.reports.chart.letters import Type
from bot.reports.chart.paper import GREY, INNER, MARGIN, Block, box, gap, paragraph, stacked
from bot.reports.chart.targets import bars
from bot.reports.chart.weeks import panels
from bot.reports.periods import called

Say = Callable[[Text], str]

# As high as a phone's screen: it is seen whole, and channels make higher pictures smaller.
TALLEST = 2340
_WHOSE, _SECTION, _LINE = Type(54, bold=True), Type(44, bold=True), Type(40)
_INVENTED = Type(38, bold=True, colour="#8a1c00")


def drawn(dossier: Dossier, activities: Mapping[str, Activity], say: Say) -> Block:
    """Return the page of a period, no higher than a phone's screen."""
    above = stacked(
        (
            gap(MARGIN),
            _head(dossier, say),
            _section(_("Help given, week by week"), say),
            panels(dossier, activities, say),
            _section(_("Indicators beside their targets"), say),
        )
    )
    room = TALLEST - MARGIN - above.height
    return stacked((above, bars(dossier.sheet.whole.values, say, room), gap(MARGIN)))


def _head(dossier: Dossier, say: Say) -> Block:
    sheet, status = dossier.sheet, dossier.status
    parts = (standing(status), so_far(sheet.period, sheet.day, status))
    state = say(Lines(tuple(one for one in parts if one is not None), gap=", "))
    invented = _("An invented commune, for trying out.")
    return stacked(
        (
            paragraph(sheet.commune, _WHOSE),
            paragraph(say(called(sheet.period)), _LINE),
            paragraph(state[:1].upper() + state[1:], _LINE),
            *((paragraph(say(invented), _INVENTED),) if dossier.demo else ()),
        )
    )


def _section(title: Text, say: Say) -> Block:
    """Return a heading below a line."""
    rule = Block(34, (box(MARGIN, 20, INNER, 4, GREY),))
    return stacked((rule, paragraph(say(title), _SECTION), gap(4)))
