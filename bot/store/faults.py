"""What a database says of its disk, its file or its server, as a sentence with the remedy."""

import sqlite3

from sqlalchemy.exc import DBAPIError

from bot.domain.errors import Refused
from bot.domain.text import _

# What is said of a server that is not there or does not know us; a missing table is neither.
_NO_SERVER = (
    "connect", "password", "pg_hba", 'database "', 'role "', "timeouterror",
    "name or service", "name resolution", "getaddrinfo",
)  # fmt: skip


class explained:  # noqa: N801 - reads as a word in `with explained():`
    """Turn what a database says of its disk and its file into a sentence with the remedy."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DBAPIError | OSError | sqlite3.Error):
            raised = getattr(error, "orig", error)
            # SQLite's name of an error tells more than its words: "disk I/O error" may be no room.
            named = getattr(raised, "sqlite_errorname", type(raised).__name__)
            refused = _refusal(f"{raised} {named}".lower())
            if refused:
                raise refused from error


def _refusal(said: str) -> Refused | None:
    """Return what to tell the operator; None where it is a fault of the program."""
    table = (
        (("disk is full", "no space left", "disk full", "ioerr_shmsize"), "TS-11", _(
            "The disk is full. Nothing was lost: free some space, then start again.")),
        ((
            "unable to open", "readonly", "read-only", "permission", "not a database", "malformed",
            "disk i/o error",
        ), "TS-12", _(
            "The database cannot be opened or is damaged. Check the path and the rights of the "
            "file, or restore the last copy.")),
        (("database is locked",), "TS-13", _(
            "Another program holds the database. Close it, then start again.")),
        (_NO_SERVER, "TS-14", _(
            "The database server does not answer or refuses us. Check TOSO_DATABASE and that "
            "the server runs.")),
    )  # fmt: skip
    for signs, code, sentence in table:
        if any(sign in said for sign in signs):
            return Refused(code, sentence)
    return None
