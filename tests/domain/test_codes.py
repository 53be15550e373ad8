"""Short codes: never twice, the same on a retry, and forgiving about how they are typed."""

import itertools
import re

import pytest

from bot.domain.codes import (
    ALPHABET,
    FACTS_A_MESSAGE,
    entry_code,
    find_join_code,
    join_digest,
    new_join_code,
)

# The first number whose code needs a sixth sign.
_LONGER = len(ALPHABET) ** 5


def _codes(first: int, end: int) -> list[str]:
    return [entry_code(*divmod(number, FACTS_A_MESSAGE)) for number in range(first, end)]


def test_no_two_of_the_first_300_000_facts_have_the_same_code() -> None:
    codes = _codes(0, 300_000)
    assert len(set(codes)) == 300_000
    assert {len(code) for code in codes} == {5}


def test_codes_grow_by_a_sign_and_stay_unique() -> None:
    codes = _codes(_LONGER - 20_000, _LONGER + 20_000)
    assert len(set(codes)) == 40_000
    assert [len(code) for code in codes] == [5] * 20_000 + [6] * 20_000


def test_the_first_and_the_last_code_of_a_length_differ() -> None:
    ends = _codes(0, 1000) + _codes(_LONGER - 1000, _LONGER)
    assert len(set(ends)) == 2000


@pytest.mark.parametrize("first", [0, 1, 12_345])
def test_codes_far_apart_differ(first: int) -> None:
    # Scattering by a number that shares a factor with 28 would make these the same.
    apart = [first + nth * len(ALPHABET) ** 4 for nth in range(28)]
    assert len({code for number in apart for code in _codes(number, number + 1)}) == 28


def test_every_code_of_a_length_is_used_before_the_next_sign() -> None:
    last = len(ALPHABET) ** 5 + len(ALPHABET) ** 6
    assert [len(code) for code in _codes(last - 1, last + 1)] == [6, 7]


def test_a_retry_gives_the_same_code_and_another_fact_another_one() -> None:
    assert entry_code(7, 3) == entry_code(7, 3)
    assert len({entry_code(7, nth) for nth in range(FACTS_A_MESSAGE)}) == FACTS_A_MESSAGE


def test_codes_in_a_row_do_not_look_alike() -> None:
    codes = _codes(0, 1000)
    same = [sum(a == b for a, b in zip(*pair, strict=True)) for pair in itertools.pairwise(codes)]
    assert max(same) <= 3


def test_codes_hold_only_signs_that_cannot_be_mixed_up() -> None:
    assert ALPHABET == "23456789BCDFGHJKMNPQRSTVWXYZ"
    assert set("".join(_codes(0, 1000))) == set(ALPHABET)
    assert not set(ALPHABET) & set("01ILOAEU")


@pytest.mark.parametrize("nth", [-1, FACTS_A_MESSAGE])
def test_a_message_has_room_for_sixteen_facts(nth: int) -> None:
    with pytest.raises(ValueError, match=str(nth)):
        entry_code(1, nth)


def test_join_codes_are_fresh_and_in_two_groups() -> None:
    codes = {new_join_code() for _nth in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code) for code in codes)


@pytest.mark.parametrize(
    "typed", ["K7QM-2F9T", "k7qm2f9t", " K7QM 2F9T ", "k7-qm-2f-9t", "K7QM–2F9T.", "k7qm\n2f9t"]
)
def test_case_space_and_hyphen_of_a_join_code_do_not_matter(typed: str) -> None:
    assert join_digest(typed) == join_digest("K7QM-2F9T")


def test_the_digest_is_not_the_code() -> None:
    digest = join_digest("K7QM-2F9T")
    assert re.fullmatch("[0-9a-f]{64}", str(digest))
    assert digest != join_digest("K7QM-2F9V")


@pytest.mark.parametrize(
    "typed",
    ["", "K7QM", "K7QM-2F9", "K7QM-2F9TT", "K7QM-2F90", "K7QM-2F9I", "K7QM-2F9A", "ế7QM-2F9T",
     "K7QM-2F９T", "đăng ký", "12345678"],
)  # fmt: skip
def test_words_that_cannot_be_a_join_code_have_no_digest(typed: str) -> None:
    assert join_digest(typed) is None


def test_every_fresh_code_has_a_digest() -> None:
    assert all(join_digest(new_join_code()) for _nth in range(100))


def test_every_join_code_is_found_in_a_sentence() -> None:
    # One in fifteen would hold letters only: 500 are enough to meet one.
    for _nth in range(500):
        code = new_join_code()
        assert find_join_code(f"dạ mã là {code} ạ") == code
