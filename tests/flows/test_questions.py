"""Questions that no guide answers: asked, shown, sent, counted, and seen by the office."""

import re

from tests.chat import Chat
from tests.flows.books import added
from tests.flows.questions import ANSWER, QUESTION, WAY, ChatAs, answer, ask, kept


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


async def test_the_same_question_again_is_answered_at_once_or_waits(chat_as: ChatAs) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    assert (await ask(member))[0].startswith("Câu này bà hỏi rồi, đang chờ trả lời. Mã: ")
    assert await added(member.house) == ["QuestionAsked"]
    await answer(official)
    shown = await ask(leader)
    assert shown[:4] == ["Câu này cán bộ xã đã trả lời rồi:", "", *ANSWER.split("\n")]
    assert (await leader.say("/traloi"))[2:4] == ANSWER.split("\n")


async def test_the_same_question_again_after_no_answer_asks_nobody_whether_it_helped(
    chat_as: ChatAs,
) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    await ask(member)
    for said in ("/hoidap", "1", "[Tôi không trả lời được]", "[Gửi đi]"):
        await official.say(said)
    shown = await ask(leader)
    assert shown[0].startswith("Câu này cán bộ xã chưa trả lời được, mong ông thông cảm.")
    assert re.fullmatch(r"Mã: \w+\.", shown[2])
    assert (await leader.say("/traloi"))[0].startswith("Ông không có câu hỏi nào đang chờ")


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


async def test_practice_writes_to_nobody(chat: Chat) -> None:
    await chat.say("/tapthu")
    await chat.say("[Bắt đầu tập]")
    for said in WAY:
        shown = await chat.say(said)
    assert "Việc này không tập thử được. Bà thôi tập rồi hãy làm." in shown
    assert await kept(chat.house) == []


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
