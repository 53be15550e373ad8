"""Words are the same words however they were typed."""

import pytest

from bot.reading.plain import apart


def _bare(said: str) -> str:
    return " ".join(word.bare for word in apart(said))


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Nộp Hồ Sơ", "nop ho so"),
        ("no\u0323\u0302p ho\u0302\u0300 so\u031b", "nop ho so"),
        ("hoà hòa", "hoa hoa"),
        # Telex: the tone right behind its vowel, at the end, and half of it undone already.
        ("nooj dduwowngf ddaays", "no duong day"),
        ("truwowngf truwowfng", "truong truong"),
        ("huwongs", "huong"),
        ("đuwowngf", "duong"),
        ("thoon xosm", "thon xom"),
        # VNI: digits behind their vowel or at the end.
        ("d9u7o7ng2 tru7o72ng", "duong truong"),
        # What is no syllable either way stays: names of programs, English.
        ("vneid zalo wifi shopee", "vneid zalo wifi shopee"),
        # What stands together without a blank.
        ("4vneid hs3 muc2", "4 vneid hs 3 muc 2"),
        ("9h15", "9 h 15"),
        ("3, 4", "3 , 4"),
        ("", ""),
    ],
)
def test_words_are_taken_apart(typed: str, bare: str) -> None:
    assert _bare(typed) == bare


def test_accents_are_kept_beside_the_bare_word() -> None:
    three, grandmother = apart("ba baf")
    assert not three.marked
    assert grandmother.marked
    assert (grandmother.bare, grandmother.said) == ("ba", "baf")


def test_a_digit_of_any_script_is_a_number() -> None:
    assert [word.number for word in apart("٣ 3")] == [3, 3]


def test_a_word_of_one_wrong_tone_is_not_made_up() -> None:
    # No syllable that ends in c, ch, p or t has a falling tone: this was "mức 2" without a blank.
    assert [word.number for word in apart("muc2")] == [None, 2]
