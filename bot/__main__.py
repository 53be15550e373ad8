"""The command line: `toso`, or `python -m bot`."""

import asyncio
import errno
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from bot.app import Unsound
from bot.commands.context import Context
from bot.commands.parser import parser
from bot.config import Config, read
from bot.domain.clock import Clock
from bot.domain.errors import Refused
from bot.domain.text import _
from bot.voices import Voices

log = logging.getLogger("toso")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; exit 0 done, 1 refused or problems found, 2 wrong usage."""
    code = _main(words)
    try:
        _flush()
    except OSError:
        # Said already; kept as it is, Python would complain once more at the end and exit 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _main(words: Sequence[str] | None) -> int:
    _prepare_output()
    config, problems = read(os.environ, Path(".env"))
    content = Path(config.content if Path(config.content).is_dir() else Config().content)
    try:
        voices = Voices(content / "words")
    except (OSError, ValueError) as error:
        # Without words there is no language to say it in but these two.
        sys.stderr.write(
            f"toso: [TS-31] Thiếu hoặc hỏng thư mục {content / 'words'}; hãy chép lại từ bản cài "
            f"đặt. (The words are missing or damaged: {type(error).__name__}.)\n"
        )
        return 1
    context = Context(config, voices, Clock(), problems)
    args = parser(context.voice).parse_args(words)
    if problems and args.command != "check":
        context.list(problems)
        return 1
    try:
        code = int(asyncio.run(args.run(context, args)))
        _flush()
    except Refused as refused:
        context.refuse(refused)
        if isinstance(refused, Unsound):
            context.list(refused.problems)
        return 1
    except (KeyboardInterrupt, BrokenPipeError):
        return 1
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            full = _("The disk is full. Nothing was lost: free some space, then start again.")
            context.refuse(Refused("TS-11", full))
            return 1
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        where = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames))
        text = _(
            "Something is wrong with the program itself ({what} at {where}). Nothing was lost. "
            "Start again; if it happens again, report this line.",
            what=type(error).__name__,
            where=where,
        )
        context.refuse(Refused("TS-99", text))
        return 1
    return code


def _flush() -> None:
    """Write out what was printed, as long as somebody can be told that it cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _prepare_output() -> None:
    """Write Vietnamese whatever the machine's locale, and log to standard error without URLs."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s"
    )
    # httpx logs every address, and a bot's address holds its token; Alembic announces each step.
    for chatty in ("httpx", "httpcore", "alembic", "aiosqlite"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # PTB logs an answer that it cannot read as it is: with people's words and names in it.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


if __name__ == "__main__":
    sys.exit(main())
