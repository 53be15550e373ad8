"""Help that fits who is asking."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import LEADERS, MEMBERS, OFFICIALS, VIEWERS, Role
from bot.domain.text import Text, _, listed, paragraphs

flow = Flow(
    "help", _("Help"), command="trogiup", menu=70, called=frozenset({"giup", "giup voi", "cuu"})
)
LANGUAGE = flow.door("language")
ME = flow.door("me")


@flow.step
async def how(turn: Turn) -> Screen:
    """Say what this person can do here, and the ways that always work."""
    mine = (Choice("me", _("About me")),) if turn.person else ()
    return Ask(
        text=paragraphs(
            listed(_ways(turn)),
            _(
                "Press a button, or type its number or its words. 0 is the menu, 8 goes back, "
                "9 shows more. Only where I ask how many, 8 is eight: there, type “back”."
            ),
            _("Never send me anybody's card, phone number, password or code."),
        ),
        choices=(*mine, Choice("language", _("Language"))),
        then=onward,
        resting=True,
    )


@flow.step
async def onward(turn: Turn) -> Screen:
    """Change the language, or show what is kept."""
    return go(LANGUAGE if turn.answers["how"] == "language" else ME)


def _ways(turn: Turn) -> list[Text]:
    ways: list[Text] = [
        _("Type what you need help with: I find the guide and go through it with you.")
    ]
    if turn.role in MEMBERS:
        ways.append(_("After helping: “Record help given”. Three taps, and it is in the book."))
        ways.append(
            _("“Household survey”: from door to door, one question at a time; leave it any time.")
        )
        ways.append(_("A mistake? “Undo” below the receipt, or later in “My book”."))
    if turn.role in LEADERS:
        ways.append(
            _("“Tally”: what your team recorded. “Invite a member”: a code for a newcomer.")
        )
        ways.append(_("“My team this week”: who recorded, who not; correct it, or remind once."))
        ways.append(_("“People of the team”: a lost phone, somebody new, somebody who leaves."))
    if turn.role in OFFICIALS:
        ways.append(_("“Weekly card”: the week in a few lines, its files, and closing."))
        ways.append(_("“Tally”: the week, or any period, by village, team, member or activity."))
        ways.append(_("“Survey results”: who has a smartphone, an account, VNeID…, by village."))
        ways.append(_("“Reported or missing”: which team has reported, week by week."))
        ways.append(
            _(
                "“Invite a member”, “People of the team”: codes, a lost phone, another team, "
                "charges."
            )
        )
        ways.append(_("“Check a draft report”: I point at what does not add up in it."))
    if turn.role in VIEWERS:
        ways.append(_("“Tally” and “Indicators”: the commune's totals, and how far each week is."))
    if turn.role is Role.STRANGER:
        ways.append(_("In a team? Choose “I belong to a team” and type your code."))
    return ways
