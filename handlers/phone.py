"""A new or lost phone: the old chats are cut off at once, and a code ties the next one."""

from bot.dialogue.belonging import Act, about, fresh, handed
from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import CodeIssued, MemberCutOff
from bot.domain.people import OVERSEERS
from bot.domain.text import _, lines
from bot.reports.people import not_tied

flow = Flow("phone", _("New or lost phone"), roles=OVERSEERS)


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say what it means, and ask."""
    person = await about(turn, Act.PHONE)
    return Ask(
        text=_(
            "Cut off every phone of {name}? The chats there see nothing from then on. Their book "
            "stays theirs; they join again with a new code.",
            title=person.title,
            name=person.name,
        ),
        choices=(Choice("yes", _("Yes, cut off and make a code")), Choice("no", _("No"))),
        then=cut,
    )


@flow.step
async def cut(turn: Turn) -> Screen:
    """Cut the chats off and make a code, in one stroke."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    person = await about(turn, Act.PHONE)
    code = fresh(turn)
    entry = turn.record(MemberCutOff(person.id))
    turn.record(CodeIssued(person.id, code.digest, code.until))
    # Whoever holds the phone reads this: it names nobody.
    turn.tell(person.id, not_tied())
    turn.say(
        lines(
            _("Cut off: the old phone of {name}.", title=person.title, name=person.name),
            _("Code: {code}.", code=entry.code),
        )
    )
    turn.say(handed(turn, person.name, code.code))
    return Done()
