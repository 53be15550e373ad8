"""Collects the sentences of the program, and brings both catalogues up to date (`make words`)."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("vi", "en")
_KEYWORDS = {"_": None, "n_": (1, 2)}


def template() -> Catalog:
    """Return every sentence that the code marks with `_` or `n_`."""
    catalogue = Catalog(project="toso", charset="utf-8")
    for package in ("bot", "handlers"):
        for file, __, message, comments, context in extract_from_dir(
            str(ROOT / package), method_map=[("**.py", "python")], keywords=_KEYWORDS
        ):
            catalogue.add(message, None, [(f"{package}/{file}", 0)], context=context)
            del comments
    return catalogue


def path(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return ROOT / "content" / "words" / language / "LC_MESSAGES" / "toso.po"


def load(language: str) -> Catalog:
    """Return a language's catalogue as it is on disk."""
    with path(language).open("rb") as written:
        return read_po(written, locale=language, domain="toso")


def _said(message: Message) -> bool:
    """Tell whether a sentence has a translation, in each of its forms."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(forms)


def update(language: str) -> None:
    """Add what is new, drop what is gone; in English a sentence is its own translation."""
    catalogue = load(language) if path(language).exists() else Catalog(locale=language)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if language == "en" and message.id and not _said(message):
            message.string = message.id
    save(language, catalogue)


def save(language: str, catalogue: Catalog) -> None:
    """Write a catalogue; it changes only where a sentence does."""
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = "toso", "1"
    catalogue.header_comment = "# The words of the program; see CONTRIBUTING.md."
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 11, 22, tzinfo=UTC)
    catalogue.last_translator, catalogue.language_team = "toso", language
    path(language).parent.mkdir(parents=True, exist_ok=True)
    with path(language).open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            omit_header=False,
            include_lineno=False,
            sort_output=True,
            ignore_obsolete=True,
        )


if __name__ == "__main__":
    for each in LANGUAGES:
        update(each)
