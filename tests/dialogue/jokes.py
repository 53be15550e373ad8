"""Joke flows, for tests of the engine: what they ask is nobody's business but the engine's."""

from bot.dialogue.flow import RESUME, Ask, Done, Door, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.errors import Unclear
from bot.domain.facts import AssistanceGiven, AssistanceVoided
from bot.domain.people import MEMBERS
from bot.domain.text import Plain, Words, _, fold

CHEESES = (
    "Red Leicester", "Tilsit", "Caerphilly", "Bel Paese", "Red Windsor", "Stilton", "Gruyère",
    "Emmental", "Norwegian Jarlsberg", "Liptauer", "Lancashire", "White Stilton", "Danish Blue",
    "Double Gloucester", "Cheshire", "Camembert",
)  # fmt: skip

home = Flow("home", _("Camelot"))
bridge = Flow("bridge", _("Cross the bridge"), command="cau", menu=10)
cheese = Flow("cheese", _("The cheese shop"), command="cheese", menu=20)
knights = Flow("knights", _("The Round Table"), command="knights", menu=30, roles=MEMBERS)
parrot = Flow("parrot", _("The pet shop"))
castle = Flow("castle", _("The castle"), command="castle", start_answer="password")
ni = Flow("ni", _("Those who say Ni"), command="ni")
PARROT = home.door("parrot")
BRIDGE = parrot.door("bridge")


@home.step
async def menu(turn: Turn) -> Screen:
    choices = [Choice(f"open:{entry.name}", entry.title) for entry in turn.menu]
    if turn.parked:
        choices.append(Choice(RESUME, _("Continue: {title}", title=turn.parked.title)))
    return Ask(
        text=Plain("Camelot!"),
        then=opened,
        choices=tuple(choices),
        reads=str.strip,
    )


@home.step
async def opened(turn: Turn) -> Screen:
    wanted = str(turn.answers["menu"])
    if wanted.startswith("open:"):
        return go(Door(wanted.removeprefix("open:")))
    return go(PARROT, complaint=wanted)


def _without_digits(said: str) -> str:
    if any(sign.isdigit() for sign in said):
        raise Unclear(_("Names have no digits."))
    return said.strip()


def _number(said: str) -> int:
    if not said.strip().isdecimal():
        raise Unclear(_("Just the number."))
    return int(said)


@bridge.step
async def name(_turn: Turn) -> Screen:
    return Ask(text=Plain("What is your name?"), then=quest, reads=_without_digits)


@bridge.step
async def quest(turn: Turn) -> Screen:
    grail = Words({"vi": "Tìm Chén Thánh", "en": "To seek the Grail"})
    lost = Words({"vi": "Chẳng nhớ nữa", "en": "I do not recall"})
    return Ask(
        text=Plain(f"What is your quest, {turn.answers['name']}?"),
        then=swallow,
        choices=(Choice("grail", grail), Choice("lost", lost)),
    )


@bridge.step
async def swallow(_turn: Turn) -> Screen:
    return Ask(
        text=Plain("How fast is a swallow?"),
        then=crossed,
        choices=(Choice(11, Plain("11")), Choice(24, Plain("24"))),
        reads=_number,
        numbers=True,
    )


@bridge.step
async def crossed(turn: Turn) -> Screen:
    fast = int(turn.answers["swallow"])
    entry = turn.record(AssistanceGiven("crossing", fast, turn.today))
    return go(far_side, entry=entry.code)


@bridge.step
async def far_side(turn: Turn) -> Screen:
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(Plain("You never crossed."))
        return Done()
    return Ask(
        text=Plain(f"{turn.answers['name']} is across."),
        then=after,
        choices=(Choice("undo", Plain("Go back over it")), Choice("again", Plain("Once more"))),
        resting=True,
    )


@bridge.step
async def after(turn: Turn) -> Screen:
    if turn.answers["far_side"] == "again":
        return go(name, quest=None, swallow=None, entry=None, far_side=None)
    if entry := await turn.find(str(turn.answers["entry"])):
        turn.record(AssistanceVoided(entry))
    return go(far_side)


@cheese.step
async def shelf(_turn: Turn) -> Screen:
    choices = tuple(Choice(fold(one), Plain(one)) for one in CHEESES)
    return Ask(text=Plain("Which cheese?"), then=sold, choices=choices)


@cheese.step
async def sold(turn: Turn) -> Screen:
    turn.say(Plain(f"We are out of {turn.answers['shelf']}."))
    return Done()


@knights.step
async def seat(turn: Turn) -> Screen:
    return Ask(
        text=Plain(f"Sit down, {turn.member.name}. Where, or on which of the thousand seats?"),
        then=seated,
        choices=(Choice("door", Plain("By the door")), Choice("fire", Plain("By the fire"))),
        reads=_number,
        digits=True,
    )


@knights.step
async def seated(_turn: Turn) -> Screen:
    return Ask(
        text=Plain("Comfortable?"), then=risen, choices=(Choice("yes", Plain("Yes, thank you")),)
    )


@knights.step
async def risen(_turn: Turn) -> Screen:
    return go(seat, seated=None)


@parrot.step
async def complaint(_turn: Turn) -> Screen:
    return Ask(text=Plain("What is wrong with it?"), then=shopkeeper, reads=str.strip)


@parrot.step
async def shopkeeper(turn: Turn) -> Screen:
    if "dead" in str(turn.answers["complaint"]):
        return go(BRIDGE, name="Polly")
    turn.say(Plain("It is resting."))
    return go(complaint)


@castle.step
async def password(_turn: Turn) -> Screen:
    return Ask(text=Plain("Password?"), then=gate, reads=str.strip)


@castle.step
async def gate(turn: Turn) -> Screen:
    turn.say(Plain(f"{turn.answers['password']}! Now go away."))
    return Done()


@ni.step
async def say_ni(_turn: Turn) -> Screen:
    return go(say_peng)


@ni.step
async def say_peng(_turn: Turn) -> Screen:
    return go(say_ni)


# The first page of all.
MENU = "Camelot!\n1. Cross the bridge\n2. The cheese shop\n3. The Round Table"
FLOWS = Flows((home, bridge, cheese, knights, parrot, castle, ni))
