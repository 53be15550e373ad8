"""What a flow is made of: steps that return their screen, and the three kinds of screen."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Choice
from bot.domain.people import EVERYONE, Role
from bot.domain.text import Phrase, Text

# Values of a choice that the engine itself understands, wherever they stand.
HOME = "#home"
BACK = "#back"
MORE = "#more"
RESUME = "#resume"
# The answer to a question that was answered by a file.
FILE = "#file"

Reads: TypeAlias = Callable[[str], Answer]
Opens: TypeAlias = Callable[[bytes, str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask a question; the answer is kept under the step's name, then `then` is run.

    `reads` makes an answer of typed words, or raises Unclear. `numbers`: a typed digit is an
    answer and does not pick a line. `digits`: one that stands before no line is read. `resting`:
    the matter is finished, so that words which fit nothing here are taken as if said at home.
    `standing`: the choices stay at hand. `forgets`: there is no way back behind it, and the
    answers of the questions before it are dropped, except those that were handed on to it.
    `verbatim`: what is typed is a text; what flows are called by is part of it and opens none.
    `files`: the endings of files that answer it, from officials only; the answer is then `FILE`,
    and `Turn.file` is what `opens` made of the bytes and the ending, beside every transaction and
    in a thread; it raises Refused.
    """

    text: Text
    then: "Step"
    choices: tuple[Choice, ...] = ()
    reads: Reads | None = None
    numbers: bool = False
    digits: bool = False
    resting: bool = False
    standing: bool = False
    forgets: bool = False
    verbatim: bool = False
    files: frozenset[str] = frozenset()
    opens: Opens | None = None


@dataclass(frozen=True, slots=True)
class Goto:
    """Go on with another step, or through a door into another flow.

    `changes` are answers known beforehand (the question is then not asked); None forgets one.
    """

    target: "Step | Door"
    changes: tuple[tuple[str, Answer | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """The flow is finished: back to the home menu, below what was said."""


class Gone(Exception):
    """What a step is about is no longer there; the conversation goes on from the menu.

    `text` says so, where the usual sentence does not fit.
    """

    def __init__(self, text: Phrase | None = None) -> None:
        super().__init__()
        self.text = text


Screen: TypeAlias = Ask | Goto | Done
Run: TypeAlias = Callable[[Turn], Awaitable[Screen]]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A named function of a flow; called to show its question and again to read the answer."""

    flow: "Flow"
    name: str
    run: Run

    @property
    def path(self) -> str:
        """Return the name under which a session remembers this step."""
        return f"{self.flow.name}.{self.name}"


@dataclass(frozen=True, slots=True)
class Door:
    """The first step of another flow, by that flow's name; checked at start-up."""

    flow: str


class Flow:
    """A conversation about one thing; one file of `handlers/` holds one flow named `flow`.

    `menu` is its place in the home menu, None for flows that are reached otherwise; `listed_for`
    narrows down who sees it there. `command` is the word that opens it (`/ghi`); `start_answer` is
    the step that a start link's code answers. `called`: words besides the title by which people
    ask for it, without accents. `holds`: it may hold a file from one step to the next, which is
    dropped when the flow is left.
    """

    def __init__(
        self,
        name: str,
        title: Phrase,
        *,
        command: str | None = None,
        menu: int | None = None,
        roles: frozenset[Role] = EVERYONE,
        listed_for: frozenset[Role] | None = None,
        start_answer: str | None = None,
        called: frozenset[str] = frozenset(),
        holds: bool = False,
    ) -> None:
        self.name = name
        self.title = title
        self.command = command
        self.menu = menu
        self.roles = roles
        self.listed_for = roles if listed_for is None else listed_for
        self.start_answer = start_answer
        self.called = called
        self.holds = holds
        self.steps: dict[str, Step] = {}
        self.doors: list[Door] = []

    def step(self, run: Run) -> Step:
        """Make a step of a function; its name is the function's."""
        step = Step(self, run.__name__, run)
        if step.name in self.steps:
            raise ValueError(step.path)
        self.steps[step.name] = step
        return step

    def door(self, flow: str) -> Door:
        """Declare that this flow leads into another one."""
        door = Door(flow)
        self.doors.append(door)
        return door

    @property
    def first(self) -> Step:
        """Return the step that a flow begins with: the one defined first."""
        return next(iter(self.steps.values()))


def go(target: Step | Door, **changes: Answer | None) -> Goto:
    """Go on with a step or another flow, with answers known beforehand."""
    return Goto(target, tuple(changes.items()))
