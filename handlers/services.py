"""The essential public services: listed, and each leads to its guide or says where it is done."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.services import Decision, Service, Services
from bot.domain.text import Text, _, lines, n_, paragraphs
from bot.reports.services import told
from bot.reports.sources import cited

flow = Flow(
    "services",
    _("Essential public services"),
    command="dichvu",
    # Nothing shorter: “25 dvc” is what a member writes to record them.
    called=frozenset(
        {
            *("25 dich vu cong thiet yeu", "25 dich vu thiet yeu"),
            *("25 dich vu cong thiet yeu la gi", "25 dich vu cong thiet yeu la nhung gi"),
            *("25 dich vu cong thiet yeu gom gi", "25 dich vu cong thiet yeu gom nhung gi"),
            *("dich vu cong thiet yeu la gi", "danh sach dich vu cong thiet yeu"),
            *("essential services", "25 essential services", "public services"),
        }
    ),
)
GUIDE = flow.door("guide")
_DECISION = "decision:"
_READ = "guide:"


@flow.step
async def which(turn: Turn) -> Screen:
    """List the services of one decision, then what explains them, and the other decisions."""
    services = turn.library.services
    decision = services.decision(str(turn.answers.get("decision"))) or services.decisions[0]
    guide = turn.library.guides.get(decision.guide or "")
    return Ask(
        text=paragraphs(_heading(turn, decision), _("Choose one to see how and where it is done:")),
        choices=(
            *(Choice(one.id, one.title) for one in services.under(decision)),
            *((Choice(f"{_READ}{guide.id}", guide.title),) if guide else ()),
            *(
                Choice(f"{_DECISION}{one.id}", one.title)
                for one in services.decisions
                if one is not decision
            ),
        ),
        then=chosen,
        resting=True,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Open the guide of a service where there is just one; else say where it is done."""
    said = str(turn.answers["which"])
    if said.startswith(_DECISION):
        return go(which, decision=said.removeprefix(_DECISION))
    if said.startswith(_READ):
        return go(GUIDE, guide=said.removeprefix(_READ))
    service = turn.library.services.named(said)
    if service and len(service.guides) == 1:
        return go(GUIDE, guide=service.guides[0])
    return go(where)


@flow.step
async def where(turn: Turn) -> Screen:
    """Say whose the service is and where it is done, and offer its guides."""
    services = turn.library.services
    service = services.named(str(turn.answers.get("which")))
    if not service:
        # Not in the list any more: it was chosen before the content changed.
        return go(which)
    guides = [turn.library.guides[one] for one in service.guides if one in turn.library.guides]
    none = _("I have no guide for this yet.")
    return Ask(
        text=paragraphs(
            told(service, services), None if guides else none, _origin(service, services)
        ),
        choices=(
            *(Choice(one.id, one.title) for one in guides),
            Choice("", _("See the list")),
        ),
        then=onward,
        resting=True,
    )


@flow.step
async def onward(turn: Turn) -> Screen:
    """Open the guide that was chosen, or the list again."""
    guide = str(turn.answers["where"])
    return go(GUIDE, guide=guide) if guide else go(which, where=None)


def _heading(turn: Turn, decision: Decision) -> Text:
    """Say how many services there are, and how many of them are not known here."""
    services = turn.library.services
    unknown = services.unknown(decision)
    return paragraphs(
        _("{decision}: {n} essential services.", decision=decision.title, n=decision.count),
        n_(
            "Of {n} of them I do not have the name yet: ask the commune office.",
            "Of {n} of them I do not have the names yet: ask the commune office.",
            unknown,
        )
        if unknown
        else None,
    )


def _origin(service: Service, services: Services) -> Text:
    """Say where a service's row comes from, and when it was looked at."""
    decision = services.decision(service.decision)
    return lines(
        cited(service.sources),
        _("Checked on {day}.", day=decision.checked) if decision else None,
    )
