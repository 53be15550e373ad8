"""What stands on buttons is short, in both languages: a phone shows two of them side by side."""

import re

import pytest

import handlers
from bot.dialogue.flow import BACK, HOME, MORE
from bot.dialogue.flows import discover
from bot.dialogue.screens import label_of
from bot.domain.text import Phrase
from bot.voices import Voices
from tests.content.phrases import labels
from tests.house import CONTENT, LIBRARY
from tests.words import ROOT

_LONGEST = 40
_LABELS = labels(ROOT / "handlers")
_VOICES = Voices(CONTENT / "words")


def _long(texts: dict[str, Phrase]) -> dict[str, str]:
    return {
        where: words
        for where, text in texts.items()
        for words in _VOICES.spoken(text)
        if len(words) > _LONGEST
    }


def test_choices_are_found_wherever_they_are_written() -> None:
    # In a call, in a name that stands for one of two, in a table, with a value in it.
    assert {"Undo", "Next", "Back to step {n}", "By village", "Record {what}"} <= {
        sentence for __, sentence in _LABELS
    }


@pytest.mark.parametrize(("where", "sentence"), sorted(set(_LABELS)))
def test_a_choice_is_at_most_40_signs_in_both_languages(where: str, sentence: str) -> None:
    del where
    values = dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "1")
    spoken = _VOICES.spoken(Phrase(sentence, values))
    assert {words: len(words) for words in spoken if not 1 <= len(words) <= _LONGEST} == {}


def test_what_the_menu_says_is_short() -> None:
    titles = {flow.name: flow.title for flow in discover(handlers)}
    assert _long(titles) == {}
    unfinished = {
        name: Phrase("Continue: {title}", {"title": title}) for name, title in titles.items()
    }
    assert _long(unfinished) == {}


def test_the_moves_are_short() -> None:
    assert _long({move: label_of(move) for move in (BACK, MORE, HOME)}) == {}


def test_guides_and_troubles_fit_on_buttons() -> None:
    troubles = [
        words
        for guide in LIBRARY.guides.values()
        for trouble in guide.troubles
        for words in trouble.title.by_language.values()
        if len(words) > _LONGEST
    ]
    assert troubles == []
