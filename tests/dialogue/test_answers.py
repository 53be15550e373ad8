"""What is made of typed words: digits, labels, words for going away, numbers, guesses."""

import pytest

from bot.domain.facts import AssistanceGiven
from tests.dialogue.jokes import MENU
from tests.dialogue.talk import AT, Talk

QUEST = "What is your quest, Arthur?\n1. To seek the Grail\n2. I do not recall\n8. Back\n0. Menu"
SWALLOW = "How fast is a swallow?\n1. 11\n2. 24\n8. Back\n0. Menu"
RESUME = f"{MENU}\n4. Continue: Cross the bridge"


@pytest.fixture
async def quest() -> Talk:
    """A talk that stands at the second question."""
    talk = Talk()
    await talk.follow("""
        > /cau
        > Arthur
    """)
    return talk


@pytest.fixture
async def swallow(quest: Talk) -> Talk:
    """A talk that stands at the third question, which wants a number."""
    await quest.say("1")
    return quest


@pytest.mark.parametrize(
    "said",
    [
        *("1", " 1 ", "1.", "(1)", "1)", "số 1", "câu 1", "Mục 1"),
        *("To seek the Grail", "to SEEK  the grail", "Tìm Chén Thánh", "tim chen thanh"),
    ],
)
async def test_a_choice_is_picked_by_digit_or_words(quest: Talk, said: str) -> None:
    assert await quest.say(said) == SWALLOW
    assert quest.session.frames[-1].answers == {"name": "Arthur", "quest": "grail"}


async def test_a_choice_is_picked_by_a_press(quest: Talk) -> None:
    assert await quest.press(2) == SWALLOW
    assert quest.session.frames[-1].answers == {"name": "Arthur", "quest": "lost"}


@pytest.mark.parametrize("said", ["3", "9", "12", "7."])
async def test_a_digit_that_is_not_on_the_screen_is_not_understood(quest: Talk, said: str) -> None:
    assert await quest.say(said) == f"I did not understand that.\n\n{QUEST}"


@pytest.mark.parametrize("number", [1, 2, 3, 8, 9, 11, 24, 250])
async def test_where_a_number_is_asked_for_every_digit_but_0_is_one(
    swallow: Talk, number: int
) -> None:
    await swallow.say(str(number))
    assert swallow.facts == [AssistanceGiven("crossing", number, AT.date())]


@pytest.mark.parametrize(("line", "number"), [(1, 11), (2, 24)])
async def test_a_press_picks_an_offered_number(swallow: Talk, line: int, number: int) -> None:
    await swallow.press(line)
    assert swallow.facts == [AssistanceGiven("crossing", number, AT.date())]


@pytest.mark.parametrize("said", ["0", " 0 ", "menu", "MENU", "về menu", "Trang chủ", "xin chào"])
async def test_the_menu_is_reached_from_everywhere(swallow: Talk, said: str) -> None:
    assert await swallow.say(said) == RESUME
    assert await swallow.say(said) == RESUME


@pytest.mark.parametrize("said", ["huỷ", "hủy", "Huy bo", "thôi", "thoát", "cancel"])
async def test_a_word_for_giving_up_leaves_nothing_to_take_up_again(
    swallow: Talk, said: str
) -> None:
    assert await swallow.say(said) == f"Left off. Nothing was recorded.\n\n{MENU}"
    assert swallow.facts == []


@pytest.mark.parametrize("said", ["quay lại", "Quay lai", "lùi", "trở lại", "back"])
async def test_a_word_for_going_back_goes_back(swallow: Talk, said: str) -> None:
    assert await swallow.say(said) == QUEST


async def test_going_back_from_a_first_question_is_the_menu() -> None:
    await Talk().follow("""
        > /cau
        What is your name?
        0. Menu
        > quay lại
        Camelot!
        1. Cross the bridge
        2. The cheese shop
        3. The Round Table
    """)


@pytest.mark.parametrize("said", ["xem thêm", "them", "Tiếp theo", "more"])
async def test_words_for_more_turn_the_page(said: str) -> None:
    talk = Talk()
    await talk.say("/cheese")
    assert (await talk.say(said)).split("\n")[1] == "1. Emmental"


async def test_words_for_more_are_ordinary_words_where_there_is_no_more() -> None:
    talk = Talk()
    await talk.say("/cau")
    await talk.say("more")
    assert talk.session.frames[-1].answers == {"name": "more"}


async def test_a_question_says_what_it_expects(swallow: Talk) -> None:
    assert await swallow.say("very") == f"Just the number.\n\n{SWALLOW}"


async def test_words_that_are_alike_are_offered_and_never_taken(quest: Talk) -> None:
    await quest.follow("""
        > seek the grial
        Not sure I understood. Is it one of these?
        1. To seek the Grail
        8. Back
        0. Menu
    """)
    assert quest.session.frames[-1].answers == {"name": "Arthur"}
    assert await quest.say("1") == SWALLOW


async def test_what_is_offered_is_picked_by_its_digit_there(quest: Talk) -> None:
    await quest.say("do not recal")
    await quest.press(1)
    assert quest.session.frames[-1].answers == {"name": "Arthur", "quest": "lost"}


@pytest.mark.parametrize("said", ["tim chen than", "seek the grail, sir", "tìm chén, thánh ơi"])
async def test_a_guess_is_made_in_either_language(quest: Talk, said: str) -> None:
    assert await quest.say(said) == (
        "Not sure I understood. Is it one of these?\n1. To seek the Grail\n8. Back\n0. Menu"
    )


async def test_at_most_three_guesses_are_offered() -> None:
    talk = Talk()
    await talk.say("/cheese")
    assert await talk.say("leicester lancashire cheshire stilton gloucester") == (
        "Not sure I understood. Is it one of these?\n"
        "1. Stilton\n2. Lancashire\n3. Cheshire\n0. Menu"
    )


async def test_what_a_question_cannot_read_may_be_a_slip_in_a_label() -> None:
    await Talk().follow("""
        > /knights
        > bye the door
        Not sure I understood. Is it one of these?
        1. By the door
        0. Menu
        > on the roof
        Just the number.

        Sit down, Arthur. Where, or on which of the thousand seats?
        1. By the door
        2. By the fire
        0. Menu
        > 1000
        Comfortable?
        1. Yes, thank you
        8. Back
        0. Menu
        > yes thank
        Not sure I understood. Is it one of these?
        1. Yes, thank you
        8. Back
        0. Menu
    """)


@pytest.mark.parametrize(("said", "seat"), [("2", "fire"), ("3", 3), ("300", 300)])
async def test_a_digit_before_no_line_is_read_where_the_question_says_so(
    said: str, seat: str | int
) -> None:
    talk = Talk()
    await talk.say("/knights")
    await talk.say(said)
    assert talk.session.frames[-1].answers == {"seat": seat}


async def test_nothing_is_guessed_where_a_number_is_asked_for(swallow: Talk) -> None:
    assert await swallow.say("11 or 24") == f"Just the number.\n\n{SWALLOW}"


@pytest.mark.parametrize("said", ["", "   ", "\n\t", "\u0301"])
async def test_an_empty_message_shows_the_question_again(quest: Talk, said: str) -> None:
    assert await quest.say(said) == QUEST
    assert quest.session.misses == 0
