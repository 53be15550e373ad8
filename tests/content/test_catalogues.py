"""The catalogues: every sentence in both languages, with its own values, in plain words."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from bot.library.shelves import load as load_library
from tests.content.phrases import calls, messages
from tests.house import CONTENT
from tests.words import LANGUAGES, ROOT, load, template

# Every sentence may address its reader.
_ALWAYS = {"you", "You"}
# Officials say these; people at the door do not.
_JARGON = re.compile(
    r"\b(DVCTT|DVC|CNTT|CĐS|clicks?|updates?|submit|login|logout)\b", re.IGNORECASE
)
VIETNAMESE = load("vi")


def _sentences(language: str) -> Iterator[Message]:
    return (message for message in load(language) if message.id)


def _forms(words: object) -> list[str]:
    return [str(form) for form in words] if isinstance(words, list | tuple) else [str(words)]


def _placeholders(words: object) -> set[str]:
    return {
        name
        for form in _forms(words)
        for part in string.Formatter().parse(form)
        if (name := part[1]) is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_sentence_of_the_program_and_no_other(language: str) -> None:
    wanted = {message.id for message in template() if message.id}
    assert len(wanted) > 200
    assert {message.id for message in _sentences(language)} == wanted
    assert load(language).obsolete == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_none_is_a_guess(language: str) -> None:
    plurals = load(language).num_plurals
    for message in _sentences(language):
        forms = _forms(message.string)
        assert (message.id, all(forms), message.fuzzy) == (message.id, True, False)
        assert len(forms) == (plurals if isinstance(message.id, tuple) else 1)


def test_a_vietnamese_sentence_is_not_english() -> None:
    same = [message.id for message in _sentences("vi") if message.string == message.id]
    worded = {one for one in same if re.search(r"[A-Za-z]{3}", re.sub(r"\{\w+\}", "", str(one)))}
    # Said alike in both languages.
    assert worded <= {"Menu"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_uses_only_the_values_of_its_sentence(language: str) -> None:
    strange = {
        message.id: extra
        for message in _sentences(language)
        if (extra := _placeholders(message.string) - _placeholders(message.id) - _ALWAYS)
    }
    assert {name for extra in strange.values() for name in extra} <= {"title"}


def test_a_vietnamese_sentence_leaves_no_value_out() -> None:
    left_out = {
        message.id: missing
        for message in _sentences("vi")
        if (missing := _placeholders(message.id) - _placeholders(message.string) - _ALWAYS)
    }
    assert left_out == {}


def test_every_value_that_is_said_is_given() -> None:
    """A value that a sentence needs and no call gives would fail in the middle of a talk."""
    said = {
        _forms(message.id)[0]: _placeholders(message.id) | _placeholders(message.string)
        for message in _sentences("vi")
    }
    missing = {
        (where, sentence): absent
        for where, call in calls(ROOT / "bot", ROOT / "handlers")
        for sentence in messages(call.args[0])
        if (absent := said[sentence] - _given(call) - _ALWAYS)
    }
    assert missing == {}


def test_vietnamese_is_free_of_office_jargon() -> None:
    said = {form for message in _sentences("vi") for form in _forms(message.string)}
    # Commands and settings are names, not words.
    shown = {words: re.sub(r"toso \w+|TOSO_\w+|\{\w+\}", "", words) for words in said}
    assert [words for words, bare in shown.items() if _JARGON.search(bare)] == []


def test_guides_are_free_of_office_jargon() -> None:
    library = load_library(CONTENT)[0]
    said = [one.title for one in library.activities.values()]
    said += [one.title for one in library.groups]
    for one in library.guides.values():
        said += [one.title, one.for_whom, one.time, one.fee, *one.bring, *one.help, *one.safety]
        said += [*one.steps, *(trouble.title for trouble in one.troubles)]
        said += [trouble.fix for trouble in one.troubles]
    assert [words.of("vi") for words in said if _JARGON.search(words.of("vi"))] == []


def test_the_demo_is_free_of_office_jargon() -> None:
    demo = tomllib.loads((CONTENT / "demo.toml").read_text("utf-8"))
    assert [one["name"] for one in demo["figures"] if _JARGON.search(one["name"])] == []


@pytest.mark.parametrize("word", ["DVCTT", "dvc", "CNTT", "click", "Update", "submit"])
def test_jargon_is_recognised(word: str) -> None:
    assert _JARGON.search(f"Bà {word} giúp.")
    assert not _JARGON.search(f"Bà x{word}x giúp.")


def _given(call: ast.Call) -> set[str]:
    named = {word.arg for word in call.keywords if word.arg}
    return named | ({"n"} if isinstance(call.func, ast.Name) and call.func.id == "n_" else set())
