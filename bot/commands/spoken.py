"""argparse, speaking the reader's language."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from bot.domain.text import Phrase, _

# Says a phrase in the language of the command line.
Told: TypeAlias = Callable[[Phrase], str]


class SpokenParser(ArgumentParser):
    """A parser whose own words (options, help, errors) are said by `told`."""

    def __init__(self, *, told: Told, **kept: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(add_help=False, **kept)
        self._told = told
        # argparse offers no other way to name these groups.
        self._optionals.title = told(_("options"))
        self._positionals.title = told(_("what to give"))
        self.add_argument("-h", "--help", action="help", help=told(_("show this help and end")))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command's words; exit 2."""
        sentence = self._told(
            _("Wrong usage ({what}). See: {program} --help", what=message, program=self.prog)
        )
        self.exit(2, f"toso: {sentence}\n")
