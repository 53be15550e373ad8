"""Members' records, for their leader (the team's) and the official (the commune's)."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import OVERSEERS, Person, Role
from bot.domain.text import Plain, Text, _
from bot.reports.entries import listed_as

flow = Flow(
    "review",
    _("Members' records"),
    command="soto",
    menu=35,
    roles=OVERSEERS,
    called=frozenset({"so cua to", "so thanh vien", "viec cua to"}),
)
RECEIPT = flow.door("receipt")

_LATEST = 30


@flow.step
async def who(turn: Turn) -> Screen:
    """List those whose records this person may look at and correct."""
    members = await turn.records.members()
    if not members:
        turn.say(_("Nobody has joined yet. Invite them first."))
        return Done()
    return Ask(
        text=_("Whose records? The member is told of everything you change."),
        choices=tuple(Choice(one.id, _named(turn, one)) for one in members),
        then=latest,
        resting=True,
    )


@flow.step
async def latest(turn: Turn) -> Screen:
    """List a member's latest records."""
    member = int(turn.answers["who"])
    entries = await turn.records.entries(_LATEST, member)
    if not entries:
        turn.say(_("This member has recorded nothing yet."))
        return go(who)
    name = next((one.name for one in await turn.records.members() if one.id == member), "")
    activities = turn.library.activities
    return Ask(
        text=_("{name}: the latest records. Choose one to look at it or correct it.", name=name),
        choices=tuple(
            Choice(entry.code, listed_as(entry, activities, turn.today)) for entry in entries
        ),
        then=chosen,
        resting=True,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the receipt of a record, where it can be corrected."""
    return go(RECEIPT, entry=turn.answers["latest"])


def _named(turn: Turn, member: Person) -> Text:
    """Name a member; the official's list says of which team."""
    if turn.role is Role.OFFICIAL and member.team:
        return _("{name}, {team}", name=member.name, team=member.team.name)
    return Plain(member.name)
