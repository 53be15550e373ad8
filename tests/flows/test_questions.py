"""Questions that no guide answers: asked, answered by the official, judged, and put once more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.chat import Chat
from tests.flows.books import added, problems
from tests.house import NOW, House

ChatAs = Callable[[str], Chat]
WAY = ("nuôi tôm hùm bán cho nhà hàng", "[Hỏi cán bộ xã]", "[Gửi câu hỏi cho cán bộ xã]")
QUESTION = "Xã mình mua máy cày trả góp ở đâu?"
ANSWER = "Hội Nông dân xã nhận đơn.\nSáng thứ hai hằng tuần, tầng một."


async def ask(chat: Chat, words: str = QUESTION) -> list[str]:
    for said in ("0", *WAY, words):
        await chat.say(said)
    return await chat.say("[Gửi đi]")


async def answer(chat: Chat, words: str = ANSWER) -> list[str]:
    for said in ("/hoidap", "1", "[Trả lời bằng lời của mình]", words):
        await chat.say(said)
    return await chat.say("[Gửi đi]")


async def told(chat: Chat) -> list[list[str]]:
    """Return everything a chat was shown, each message by its lines."""
    if chat.channel == "terminal":
        return [text.split("\n") for text in chat.house.shown[chat.role]]
    return [one.text.split("\n") for one in chat.house.people[chat.role].screen if one.who == "bot"]


async def kept(house: House) -> list[tuple[Any, ...]]:
    return await house.ask("SELECT words, means, answer, guide, reopened FROM questions")


async def test_a_question_is_shown_before_it_is_sent_and_has_a_receipt(chat: Chat) -> None:
    await chat.say(WAY[0])
    await chat.say("[Hỏi cán bộ xã]")
    await chat.follow(f"""
        > [Gửi câu hỏi cho cán bộ xã]
        Bà muốn hỏi cán bộ xã điều gì? Gõ một câu, nhiều nhất 500 chữ cái.
        Đừng ghi tên, số điện thoại hay số giấy tờ của ai nhé.
          (Quay lại) (Menu)
        > {QUESTION}
        Tôi sẽ gửi thế này:

        “{QUESTION}”

        Cán bộ xã thấy tổ nào hỏi; tên bà chỉ hiện khi cán bộ mở ra để gọi lại. Tên người…
          [Gửi đi]
          [Viết lại]
          [Thôi, không gửi]
          (Quay lại) (Menu)
    """)
    assert await kept(chat.house) == []
    shown = await chat.say("[Gửi đi]")
    ((code,),) = await chat.house.ask("SELECT code FROM facts WHERE kind = 'QuestionAsked'")
    assert shown[0] == f"Đã gửi. Mã: {code}. Trả lời sẽ tới đây."
    assert await kept(chat.house) == [(QUESTION, None, None, None, False)]


async def test_nothing_is_sent_that_was_not_confirmed(chat: Chat) -> None:
    for said in (*WAY, QUESTION):
        await chat.say(said)
    assert (await chat.say("[Viết lại]"))[0].startswith("Bà muốn hỏi cán bộ xã điều gì?")
    await chat.say("Xã có máy gặt không?")
    assert (await chat.say("[Thôi, không gửi]"))[0] == "Vâng, tôi không gửi gì."
    assert (await kept(chat.house), await added(chat.house)) == ([], [])


async def test_an_unsolved_trouble_leads_there_with_the_guide_that_was_open(
    chat_as: ChatAs,
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await member.say("trừ tiền rồi mà báo chưa nộp")
    await member.say("[Hỏi cán bộ xã]")
    await member.say("Trừ tiền hai lần thì xã có trả lại không?")
    assert (await member.say("[Gửi đi]"))[0].startswith("Đã gửi.")
    await official.say("/hoidap")
    assert "Lúc đang xem bài: Nộp phí, lệ phí trên Cổng" in await official.say("1")


async def test_the_official_sees_the_team_and_the_name_only_when_it_is_opened(
    chat_as: ChatAs,
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member)
    assert "1 câu hỏi đang chờ trả lời: /hoidap" in await official.say("0")
    shown = await official.say("/hoidap")
    assert shown[:2] == [
        "1 câu hỏi đang chờ, câu chờ lâu nhất đứng trước. Bấm để đọc và trả lời:",
        f"  [{QUESTION}]",
    ]
    shown = await official.say("1")
    assert shown[:5] == [
        f"“{QUESTION}”",
        "",
        "Hỏi lần đầu: 21/11/2026",
        "Từ: Tổ An Khương",
        "  [Trả lời bằng lời của mình]",
    ]
    assert "Hoa" not in "\n".join(shown)
    shown = await official.say("[Ai hỏi? Tôi muốn gọi lại]")
    assert shown[:2] == ["Người hỏi:", "– bà Trần Thị Hoa, Tổ An Khương"]


async def test_an_answer_comes_to_every_chat_of_the_asker_and_is_judged(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member)
    for said in ("/hoidap", "1", "[Trả lời bằng lời của mình]", ANSWER):
        shown = await official.say(said)
    assert shown[:4] == ["Sẽ gửi tới 1 người đã hỏi:", "", *ANSWER.split("\n")]
    assert (await official.say("[Gửi đi]"))[0].startswith("Đã gửi. Cảm ơn")
    notice = [
        "Cán bộ xã trả lời.",
        "",
        f"Ngày 21/11/2026, bà hỏi: “{QUESTION}”",
        "",
        *ANSWER.split("\n"),
        "",
        "Có giúp được không? Bà gõ /traloi rồi bấm có hoặc chưa nhé.",
    ]
    # Whoever has never written on Telegram cannot be reached there.
    for channel in {"terminal", member.channel}:
        assert (await told(Chat(member.house, channel, "member")))[-1] == notice
    assert (await official.say("/hoidap"))[0] == "Không có câu hỏi nào đang chờ."
    shown = await member.say("/traloi")
    assert shown[:7] == [notice[2], "", *ANSWER.split("\n"), "", "Có giúp được không?",
                         "  [Được rồi, có giúp]"]  # fmt: skip
    assert (await member.say("1"))[0] == "Vậy là tốt rồi, cảm ơn bà đã cho biết."
    shown = await member.say("/traloi")
    assert shown[0] == "Bà không có câu hỏi nào đang chờ, cũng chưa có trả lời mới."
    assert await member.house.ask("SELECT helped FROM askings") == [(1,)]
    assert await added(member.house) == ["QuestionAsked", "QuestionAnswered", "AnswerJudged"]
    assert await problems(member.house) == []


async def test_a_no_puts_the_question_once_more_and_only_once(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member)
    await answer(official)
    await member.say("/traloi")
    assert (await member.say("[Chưa được]"))[0].startswith("Tôi ghi rồi, và hỏi lại cán bộ xã")
    await official.say("/hoidap")
    shown = await official.say("1")
    at = shown.index("Trả lời này chưa giúp được:")
    assert shown[at + 1 : at + 3] == ANSWER.split("\n")
    await answer(official, "Gọi Hội Nông dân huyện.")
    assert "Gọi Hội Nông dân huyện." in (await told(member))[-1]
    await member.say("/traloi")
    assert (await member.say("[Chưa được]"))[0].startswith("Tôi ghi rồi. Bà hỏi thẳng Trung tâm")
    assert (await official.say("/hoidap"))[0] == "Không có câu hỏi nào đang chờ."
    assert await problems(member.house) == []


async def test_whom_an_answer_helped_is_not_told_the_next_one(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    # The same words, typed otherwise, join the first question.
    await ask(leader, "xa minh mua may cay tra gop o dau")
    assert len(await kept(member.house)) == 1
    await official.say("/hoidap")
    assert "Đã hỏi 2 lần" in await official.say("1")
    await answer(official)
    await leader.say("/traloi")
    await leader.say("[Được rồi, có giúp]")
    await member.say("/traloi")
    await member.say("[Chưa được]")
    before = len(await told(leader))
    for said in ("/hoidap", "1", "[Trả lời bằng lời của mình]", "Lời khác."):
        shown = await official.say(said)
    assert shown[0] == "Sẽ gửi tới 1 người đã hỏi:"
    await official.say("[Gửi đi]")
    assert "Lời khác." in (await told(member))[-1]
    assert len(await told(leader)) == before


async def test_a_guide_can_be_the_answer_and_is_opened_from_it(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member, "Con trai tôi đi tàu bay cần giấy gì?")
    for said in ("/hoidap", "1", "[Có bài trả lời câu này]", "hộ chiếu phổ thông"):
        await official.say(said)
    shown = await official.say("[Làm hộ chiếu phổ thông]")
    assert shown[2] == "Bài này trả lời: Làm hộ chiếu phổ thông"
    await official.say("[Gửi đi]")
    assert "Bài này trả lời: Làm hộ chiếu phổ thông" in (await told(member))[-1]
    await member.say("/traloi")
    assert (await member.say("[Mở bài hướng dẫn]"))[0] == "Làm hộ chiếu phổ thông"


async def test_no_answer_is_told_kindly_and_closes_the_question(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member)
    for said in ("/hoidap", "1", "[Tôi không trả lời được]"):
        await official.say(said)
    assert (await official.say("[Gửi đi]"))[0].startswith("Đã gửi.")
    notice = (await told(member))[-1]
    assert notice[4].startswith("Câu này cán bộ xã chưa trả lời được, mong bà thông cảm.")
    # It cannot have helped, and nobody is asked.
    assert notice[4:] == notice[-1:]
    assert (await member.say("/traloi"))[0].startswith("Bà không có câu hỏi nào đang chờ")


async def test_the_same_question_again_is_answered_at_once_or_waits(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    assert (await ask(member))[0].startswith("Câu này bà hỏi rồi, đang chờ trả lời. Mã: ")
    assert await added(member.house) == ["QuestionAsked"]
    await answer(official)
    shown = await ask(leader)
    assert shown[:4] == ["Câu này cán bộ xã đã trả lời rồi:", "", *ANSWER.split("\n")]
    assert (await leader.say("/traloi"))[2:4] == ANSWER.split("\n")


async def test_five_may_wait_and_twenty_a_day_may_be_sent(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    for nth in range(5):
        assert (await ask(member, f"Câu hỏi thứ {'abcde'[nth]} của tổ?"))[0].startswith("Đã gửi.")
    for said in WAY:
        shown = await member.say(said)
    assert shown[0].startswith("Bà có 5 câu đang chờ trả lời, hôm nay đã gửi 5 câu.")
    for nth in range(15):
        await answer(official)
        assert (await ask(member, f"Việc {'ghiklmnopqrstuv'[nth]} thì sao?"))[0].startswith("Đã")
    for _nth in range(5):
        await answer(official)
    for said in ("0", *WAY):
        shown = await member.say(said)
    assert shown[0].startswith("Bà có 0 câu đang chờ trả lời, hôm nay đã gửi 20 câu.")
    assert await member.house.ask("SELECT count(*) FROM askings") == [(20,)]


async def test_a_search_without_a_guide_finds_what_the_office_answered(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    assert (await leader.say("xa minh mua may cay tra gop o dau vay"))[0].startswith("Tôi chưa")
    await answer(official)
    shown = await leader.say("xa minh mua may cay tra gop o dau vay")
    assert shown[:8] == [
        "Cán bộ xã đã trả lời câu giống vậy ngày 21/11/2026:",
        "",
        f"“{QUESTION}”",
        "",
        *ANSWER.split("\n"),
        "",
        "(Đây là lời trả lời của cán bộ xã, không phải bài hướng dẫn.)",
    ]
    # What was meant otherwise is looked for as if there had been no answer.
    assert (await leader.say("không phải"))[0].startswith("Tôi chưa chắc.")
    # Another commune and strangers know nothing of it.
    for role in ("outsider", "stranger"):
        shown = await chat_as(role).say("xa minh mua may cay tra gop o dau vay")
        assert not any("Cán bộ xã" in line for line in shown[:3])


async def test_an_answer_that_did_not_help_is_shown_to_nobody_else(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    for _time in range(2):
        await answer(official)
        await member.say("/traloi")
        await member.say("[Chưa được]")
    assert (await leader.say("xã mình mua máy cày trả góp ở đâu vậy"))[0].startswith("Tôi chưa")


async def test_a_guide_that_is_surely_the_one_comes_before_an_answer(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member, "Làm hộ chiếu phổ thông")
    await answer(official)
    assert (await leader.say("làm hộ chiếu phổ thông"))[0] == "Làm hộ chiếu phổ thông"


async def test_another_commune_sees_nothing_and_members_answer_nothing(chat_as: ChatAs) -> None:
    await ask(chat_as("outsider"))
    official = chat_as("official")
    assert not any("/hoidap" in line for line in await official.say("0"))
    assert (await official.say("/hoidap"))[0] == "Không có câu hỏi nào đang chờ."
    shown = await chat_as("member").say("/hoidap")
    assert shown[0] == "Mục “Câu hỏi của các tổ” không dành cho vai của bà."
    # A stranger is told whom to ask, and belongs to no commune that could be asked.
    stranger = chat_as("stranger")
    for said in WAY[:2]:
        shown = await stranger.say(said)
    assert not any("Gửi câu hỏi" in line for line in shown)


async def test_practice_writes_to_nobody(chat: Chat) -> None:
    await chat.say("/tapthu")
    await chat.say("[Bắt đầu tập]")
    for said in WAY:
        shown = await chat.say(said)
    assert "Việc này không tập thử được. Bà thôi tập rồi hãy làm." in shown
    assert await kept(chat.house) == []


async def test_what_waits_too_long_is_named_once_a_day(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    house = member.house
    await ask(member)
    named = f"Chờ từ ngày 21/11/2026: “{QUESTION}”"

    async def greeted(days: int) -> bool:
        house.clock.move(NOW + timedelta(days=days))
        shown = await official.say("0")
        assert "1 câu hỏi đang chờ trả lời: /hoidap" in shown
        return named in shown

    # Asked on a Saturday: Thursday is the fourth working day.
    assert [await greeted(days) for days in (0, 2, 4)] == [False, False, False]
    # What is opened past the menu has named nothing.
    house.clock.move(NOW + timedelta(days=5))
    await official.say("/tonghop")
    assert [await greeted(days) for days in (5, 5, 6, 6)] == [True, False, True, False]
    await answer(official)
    assert not any("/hoidap" in line for line in await official.say("0"))


async def test_names_and_numbers_are_covered_before_anything_keeps_them(chat: Chat) -> None:
    for said in WAY:
        await chat.say(said)
    said = "Bà Bùi Thị Ổi số 0999999999 ở thôn Gò Đá\nmất thẻ {you} <b>%s</b> \u202ethì sao?"
    shown = await chat.say(said)
    quoted = next(line for line in shown if line.startswith("“"))
    assert quoted.startswith("“Bà … số ▒▒▒ ở thôn Gò Đá")
    assert "{you} <b>%s</b>" in quoted
    await chat.say("[Gửi đi]")
    ((words, *__),) = await kept(chat.house)
    assert f"“{words}”" == quoted
    for table in ("questions", "facts", "letters", "chats", "inbox"):
        everything = str(await chat.house.ask(f"SELECT * FROM {table}"))  # noqa: S608 - our tables
        assert not any(one in everything for one in ("Ổi", "0999999999", "\\u1ed4i")), table


async def test_what_is_too_long_or_no_question_is_asked_for_again(chat: Chat) -> None:
    for said in WAY:
        await chat.say(said)
    assert (await chat.say("a" * 501))[0].startswith("Dài 501 chữ cái, mà chỉ gửi được nhiều nhất")
    assert (await chat.say("???"))[0] == "Bà gõ câu hỏi bằng chữ giúp tôi."
    assert (await chat.say("a" * 500))[0] == "Tôi sẽ gửi thế này:"


async def test_two_officials_screens_send_one_answer(chat_as: ChatAs) -> None:
    member, official = chat_as("member"), chat_as("official")
    other = "telegram" if official.channel == "terminal" else "terminal"
    again = Chat(member.house, other, "official")
    await ask(member)
    for one in (official, again):
        for said in ("/hoidap", "1", "[Trả lời bằng lời của mình]", ANSWER):
            await one.say(said)
    await official.say("[Gửi đi]")
    assert (await again.say("[Gửi đi]"))[0] == "Câu hỏi này đã có trả lời rồi."
    assert await added(member.house) == ["QuestionAsked", "QuestionAnswered"]


async def test_whoever_leaves_is_told_nothing_and_the_answer_is_kept(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    for said in ("/toi", "[Rời tổ, xoá thông tin]", "[Rời tổ và xoá]"):
        await member.say(said)
    before = len(await told(member))
    await official.say("/hoidap")
    await official.say("1")
    assert (await official.say("[Ai hỏi? Tôi muốn gọi lại]"))[0] == "Người hỏi đã rời tổ."
    await answer(official)
    assert len(await told(member)) == before
    assert (await leader.say(QUESTION))[0].startswith("Cán bộ xã đã trả lời câu giống vậy")
    assert await problems(member.house) == []
