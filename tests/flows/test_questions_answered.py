"""Questions that no guide answers: answered by the official, judged, and put once more."""

from datetime import timedelta

from tests.chat import Chat
from tests.flows.books import added, problems
from tests.flows.questions import ANSWER, QUESTION, WAY, ChatAs, answer, ask, kept, told
from tests.house import NOW


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
