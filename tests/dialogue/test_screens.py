"""What stands on a screen: seven choices, the moves 8, 9 and 0, and whose buttons they are."""

from bot.dialogue.flow import Ask, Flow, Screen
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice, Line, Press, Reply
from bot.domain.facts import AssistanceGiven
from bot.domain.text import Lines, Plain, _
from tests.dialogue.talk import AT, Talk


async def test_seven_choices_stand_on_a_screen_and_9_turns_the_page() -> None:
    await Talk().follow("""
        > cheese
        Which cheese?
        1. Red Leicester
        2. Tilsit
        3. Caerphilly
        4. Bel Paese
        5. Red Windsor
        6. Stilton
        7. Gruyère
        9. See more
        0. Menu
        > 9
        Which cheese?
        1. Emmental
        2. Norwegian Jarlsberg
        3. Liptauer
        4. Lancashire
        5. White Stilton
        6. Danish Blue
        7. Double Gloucester
        9. See more
        0. Menu
        > [9]
        Which cheese?
        1. Cheshire
        2. Camembert
        9. See more
        0. Menu
        > 9
        Which cheese?
        1. Red Leicester
        2. Tilsit
        3. Caerphilly
        4. Bel Paese
        5. Red Windsor
        6. Stilton
        7. Gruyère
        9. See more
        0. Menu
    """)


async def test_a_digit_means_the_line_of_the_page_that_is_shown() -> None:
    talk = Talk()
    for said in ("/cheese", "9", "9", "2"):
        shown = await talk.say(said)
    assert shown.startswith("We are out of camembert.\n\nCamelot!")


async def test_words_pick_a_choice_of_another_page() -> None:
    talk = Talk()
    await talk.say("/cheese")
    assert (await talk.say("camembert")).startswith("We are out of camembert.\n\nCamelot!")


async def test_a_line_of_the_first_page_is_not_there_on_the_last() -> None:
    talk = Talk()
    for said in ("/cheese", "9", "9"):
        await talk.say(said)
    assert await talk.say("3") == (
        "I did not understand that.\n\nWhich cheese?\n"
        "1. Cheshire\n2. Camembert\n9. See more\n0. Menu"
    )


async def test_the_next_question_begins_with_its_first_page() -> None:
    talk = Talk()
    for said in ("/cheese", "9", "/cau", "/cheese"):
        shown = await talk.say(said)
    assert shown.split("\n")[1] == "1. Red Leicester"


async def test_8_goes_back_and_is_there_only_where_there_is_a_way_back() -> None:
    await Talk().follow("""
        > /cau
        What is your name?
        0. Menu
        > Arthur
        What is your quest, Arthur?
        1. To seek the Grail
        2. I do not recall
        8. Back
        0. Menu
        > 8
        What is your name?
        0. Menu
    """)


async def test_an_old_button_changes_nothing_and_is_explained() -> None:
    talk = Talk()
    await talk.follow("""
        > /cau
        > Arthur
        > [1]
        > [2 of 2]
        That button belongs to an earlier message, so nothing was changed. This is where we are:

        How fast is a swallow?
        1. 11
        2. 24
        8. Back
        0. Menu
    """)
    assert talk.session.frames[-1].answers == {"name": "Arthur", "quest": "grail"}


async def test_a_button_pressed_twice_counts_once() -> None:
    talk = Talk()
    for said in ("/cau", "Arthur", "1"):
        await talk.say(said)
    screen = talk.session.screen
    await talk.press(1, screen=screen)
    assert (await talk.press(1, screen=screen)).startswith("That button belongs to an earlier")
    assert talk.facts == [AssistanceGiven("crossing", 11, AT.date())]


async def test_a_line_that_is_not_on_the_screen_is_an_old_button() -> None:
    talk = Talk()
    await talk.say("/cau")
    assert await talk.press(5) == (
        "That button belongs to an earlier message, so nothing was changed. "
        "This is where we are:\n\nWhat is your name?\n0. Menu"
    )


async def test_a_button_from_before_the_first_message_leads_to_the_menu() -> None:
    assert (await Talk().say(Press(7, 1))).split("\n")[2:] == [
        "Camelot!",
        "1. Cross the bridge",
        "2. The cheese shop",
        "3. The Round Table",
    ]


async def test_each_screen_has_the_next_number() -> None:
    talk = Talk()
    numbers = []
    for said in ("/cau", "", "Arthur", "what?", "0"):
        await talk.say(said)
        numbers.append(talk.session.screen)
    assert numbers == [1, 2, 3, 4, 5]


async def test_a_reply_says_how_its_question_wants_to_be_shown() -> None:
    lasting = Flow("home", _("Camelot"))

    @lasting.step
    async def menu(turn: Turn) -> Screen:
        del turn
        return Ask(
            text=Plain("Where to?"),
            choices=(Choice("north", Plain("North")),),
            then=menu,
            standing=True,
            numbers=True,
        )

    talk = Talk(Flows([lasting]))
    outcome = await talk.dialogue.respond(talk.turn(), talk.session, "")
    assert outcome.reply == Reply(
        text=Lines((Plain("Where to?"),), gap="\n\n"),
        lines=(Line(1, "north", Plain("North")),),
        screen=1,
        standing=True,
        typed_numbers=True,
    )
