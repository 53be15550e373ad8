"""What can go wrong, by what it means for whoever hears of it.

Exception
├── Refused       the program cannot do what was asked; the sentence says the way out
├── Damaged       a sheet of a closed period is not the one that was closed
├── Unclear       an answer was not understood; the sentence says what is expected
└── Undelivered   a channel could not send; knows whether trying again helps
"""

from bot.domain.text import Phrase, _


class Refused(Exception):
    """Carry a code for the operator and a sentence with the remedy; ends a command with exit 1."""

    def __init__(self, code: str, text: Phrase) -> None:
        super().__init__(code)
        self.code = code
        self.text = text


class Damaged(Exception):
    """Say which closed period's sheet is not the one that was closed; `toso verify` names it."""

    def __init__(self, period: str) -> None:
        super().__init__(period)
        self.period = period

    def refused(self) -> Refused:
        """Return how a command is refused that would print the sheet."""
        return Refused(
            "TS-60",
            _(
                "The sheet of the closed period {id} was changed after closing. Run toso verify, "
                "then restore the last sound copy.",
                id=self.period,
            ),
        )


class Unclear(Exception):
    """Say to the person what kind of answer is expected."""

    def __init__(self, text: Phrase) -> None:
        super().__init__(text.message)
        self.text = text


class Undelivered(Exception):
    """Say why a letter did not go out.

    `forever`: trying again cannot help. `unknown`: it may have arrived (the answer was lost).
    `after`: seconds the channel asked us to wait.
    """

    def __init__(
        self, why: str, *, forever: bool = False, unknown: bool = False, after: float | None = None
    ) -> None:
        super().__init__(why)
        self.why = why
        self.forever = forever
        self.unknown = unknown
        self.after = after
