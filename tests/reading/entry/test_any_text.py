"""Whatever is typed: nothing raises, masked numbers never count, accents change no record."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import fold
from tests.reading.entry.conftest import library, read_entry, shown
from tests.reading.entry.test_doubts import DOUBTS
from tests.reading.entry.test_records import TABLE

_WORDS = sorted({word for said in (*TABLE, *DOUBTS) for word in said.split()})
_TALK = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)
_SOME = settings(max_examples=150, deadline=None)


@_SOME
@given(st.text(max_size=200))
def test_any_text_is_read(said: str) -> None:
    read_entry(said)


@_SOME
@given(_TALK)
def test_any_words_are_read_into_what_can_be_recorded(said: str) -> None:
    reading = read_entry(said)
    assert not (reading.items and reading.doubt)
    for item in reading.items:
        assert item.activity in library().activities
        assert 1 <= item.count <= 999
        assert item.attendees is None or item.activity == "tuyen_truyen"


@_SOME
@given(st.sampled_from(sorted(TABLE)))
def test_without_accents_a_record_is_the_same_or_asked_about(said: str) -> None:
    with_accents, without = read_entry(said), read_entry(fold(said))
    if without.items:
        assert sorted(map(shown, without.items)) == sorted(map(shown, with_accents.items))


@_SOME
@given(st.sampled_from(sorted(TABLE)))
def test_composed_or_not_and_in_capitals_it_is_the_same(said: str) -> None:
    wanted = read_entry(said)
    assert read_entry(unicodedata.normalize("NFD", said)) == wanted
    loud = read_entry(said.upper())
    if loud.items:
        assert loud.items == wanted.items


@_SOME
@given(
    st.sampled_from(["kích hoạt vneid", "hồ sơ khai sinh", "cks", "căn cước", "dvc", "mã qr"]),
    st.sampled_from(["", "cccd ", "sđt: ", "số tk ", "đt "]),
    st.sampled_from(["0999999999", "000000000000", "0111 111 111"]),
    st.booleans(),
)
def test_a_hidden_number_is_never_a_count(topic: str, label: str, number: str, first: bool) -> None:
    said = f"{label}{number} {topic}" if first else f"{topic} {label}{number}"
    assert read_entry(said).items == ()


def test_a_message_of_very_many_parts_is_asked_about() -> None:
    assert read_entry("4 cks, " * 400).items == ()
