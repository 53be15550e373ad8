"""Environment and `.env` -> Config; every problem at once, before anything else begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values
from rapidfuzz import process

from bot.domain import nudges, schedules
from bot.domain.errors import Unclear
from bot.domain.nudges import Nudging
from bot.domain.problems import Problem
from bot.domain.schedules import Schedule
from bot.domain.text import _

_PREFIX = "TOSO_"
_HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Config:
    """What can be set; each field is the setting of the same name with TOSO_ before it.

    `database`: a path or a database URL. `telegram_api`: the address of the Bot API server.
    `telegram_name`: the bot's name there, without @, for links that are printed.
    `commune`: whose numbers the command line shows where a database holds several.
    `language`: of the command line. `content`: the folder of guides, activities and words.
    `overlay`: a commune's or province's own folder that is laid over the content; empty for none.
    `weekly`, `monthly`: when officials are sent the card of a week, or of the longer period that
    has ended; `off` for never. `reminder`, `missed`: when a member is told that nothing is recorded
    this week, and a leader who recorded nothing last week; `off` for never.
    """

    database: str = "toso.db"
    telegram_token: str = ""
    telegram_api: str = "https://api.telegram.org"
    telegram_name: str = ""
    commune: str = ""
    language: str = "vi"
    content: str = str(_HERE / "content")
    overlay: str = ""
    weekly: str = "fri 16:00"
    monthly: str = "08:00"
    reminder: str = "fri 11:30"
    missed: str = "mon 08:00"

    @property
    def schedule(self) -> Schedule:
        """Return when cards go out by themselves; raises Unclear."""
        return Schedule(schedules.weekly(self.weekly), schedules.monthly(self.monthly))

    @property
    def nudging(self) -> Nudging:
        """Return when members and leaders are told something unasked; raises Unclear."""
        return Nudging(nudges.reminder(self.reminder), nudges.missed(self.missed))


def read(environment: Mapping[str, str], dotenv: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Return the settings and what is wrong with them; the environment goes before the file."""
    unreadable: tuple[Problem, ...] = ()
    try:
        lines = dotenv_values(dotenv, encoding="utf-8")
    except ValueError:
        lines = {}
        unreadable = (Problem(str(dotenv), 0, _("This file is not UTF-8. Save it as UTF-8.")),)
    written = {key: value or "" for key, value in lines.items()}
    given = {
        key.removeprefix(_PREFIX).lower(): value.strip()
        for key, value in {**written, **environment}.items()
        if key.startswith(_PREFIX)
    }
    known = Config.__dataclass_fields__
    problems = [_unknown(key, tuple(known)) for key in given if key not in known]
    config = Config(**{key: value for key, value in given.items() if key in known and value})
    return config, (*unreadable, *problems, *_wrong(config))


def _is_address(written: str) -> bool:
    """Tell whether an address names a server; a port that is none raises in the library."""
    try:
        parts = urlsplit(written)
        return bool(re.fullmatch(r"https?://\S+", written) and parts.hostname and parts.port != 0)
    except ValueError:
        return False


def _unknown(key: str, known: tuple[str, ...]) -> Problem:
    near = process.extractOne(key, known)
    name, meant = f"{_PREFIX}{key.upper()}", f"{_PREFIX}{(near[0] if near else known[0]).upper()}"
    return Problem(name, 0, _("There is no such setting. Is {name} meant?", name=meant))


def _wrong(config: Config) -> list[Problem]:
    problems = []
    if config.telegram_token and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", config.telegram_token):
        text = _("This is not a token. Copy it again from @BotFather; it looks like 123456:ABC….")
        problems.append(Problem("TOSO_TELEGRAM_TOKEN", 0, text))
    if config.telegram_name and not re.fullmatch(
        r"[A-Za-z]\w{3,31}", config.telegram_name, re.ASCII
    ):
        text = _("This is not the name of a bot. Write it as in @BotFather, without the @.")
        problems.append(Problem("TOSO_TELEGRAM_NAME", 0, text))
    if not _is_address(config.telegram_api):
        text = _("This is not an address. It begins with https://, or is left out.")
        problems.append(Problem("TOSO_TELEGRAM_API", 0, text))
    if config.language not in {"vi", "en"}:
        problems.append(Problem("TOSO_LANGUAGE", 0, _("Only vi and en are known.")))
    if "://" in config.database and not re.match(r"(sqlite|postgres(ql)?)\b", config.database):
        text = _("Only a path, sqlite:/// or postgresql:// is known.")
        problems.append(Problem("TOSO_DATABASE", 0, text))
    readers = {
        "TOSO_WEEKLY": (schedules.weekly, config.weekly),
        "TOSO_MONTHLY": (schedules.monthly, config.monthly),
        "TOSO_REMINDER": (nudges.reminder, config.reminder),
        "TOSO_MISSED": (nudges.missed, config.missed),
    }
    for setting, (reads, written) in readers.items():
        try:
            reads(written)
        except Unclear as unclear:
            problems.append(Problem(setting, 0, unclear.text))
    folders = {"TOSO_CONTENT": config.content, "TOSO_OVERLAY": config.overlay}
    for setting, path in folders.items():
        if path and not Path(path).is_dir():
            text = _("There is no folder {path}. Put it back, or correct the setting.", path=path)
            problems.append(Problem(setting, 0, text))
    return problems
