"""Where a chat stands: the questions asked so far, by name, and what the screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.chat import Answer


@dataclass(frozen=True, slots=True)
class Frame:
    """A question that was asked (`flow.step`) and the answers known when it was."""

    at: str
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """One chat's place in the conversation.

    `frames`: the way here, the last one being asked now. `parked`: a way left for the menu, which
    can be taken up again. `shown`: digit -> value on the present screen, whose number is `screen`.
    `page`: which run of a long list is shown. `misses`: answers in a row not understood.
    `resting`: the screen closes a matter, so that leaving it leaves nothing unfinished.
    """

    frames: tuple[Frame, ...] = ()
    parked: tuple[Frame, ...] = ()
    screen: int = 0
    shown: Mapping[int, Answer] = field(default_factory=dict)
    page: int = 0
    misses: int = 0
    resting: bool = False

    @property
    def busy(self) -> bool:
        """Return whether a question below the menu waits for its answer."""
        return len(self.frames) > 1 and not self.resting

    def without(self, begun: str) -> "Session":
        """Return the session without what stands or waits in flows whose names begin so."""
        left = self
        if any(frame.at.startswith(begun) for frame in self.frames):
            left = replace(left, frames=(), shown={}, page=0)
        if any(frame.at.startswith(begun) for frame in self.parked):
            left = replace(left, parked=())
        return left

    def to_json(self) -> dict[str, Any]:
        """Return plain values that a database can keep."""
        return {
            "frames": [[frame.at, dict(frame.answers)] for frame in self.frames],
            "parked": [[frame.at, dict(frame.answers)] for frame in self.parked],
            "screen": self.screen,
            "shown": {str(digit): value for digit, value in self.shown.items()},
            "page": self.page,
            "misses": self.misses,
            "resting": self.resting,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Session":
        """Read what `to_json` wrote; raises KeyError, TypeError or ValueError on anything else."""
        return cls(
            frames=tuple(Frame(str(at), dict(answers)) for at, answers in kept["frames"]),
            parked=tuple(Frame(str(at), dict(answers)) for at, answers in kept["parked"]),
            screen=int(kept["screen"]),
            shown={int(digit): value for digit, value in dict(kept["shown"]).items()},
            page=int(kept["page"]),
            misses=int(kept["misses"]),
            resting=bool(kept["resting"]),
        )
