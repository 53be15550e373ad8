"""What is a citizen's own is kept out, its message taken away, and the rest still understood."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.text import Plain, _
from tests.botapi import Person, payloads
from tests.chat import Chat
from tests.flows.screens import HOME, RECEIPT
from tests.house import House

COVERED = {
    "telegram": "Tôi đã che chỗ riêng tư (số, mã, ngày sinh) trong tin vừa rồi và xoá tin đó. Đó …",
    "terminal": "Tôi đã che chỗ riêng tư (số, mã, ngày sinh) trong tin vừa rồi, không giữ lại …",
}
PICTURE = (
    "Tôi đã xoá cái vừa gửi, không giữ lại gì. Giấy tờ, mặt mũi, giọng nói là của riêng bà con"
)


@pytest.fixture
def member(house: House) -> Person:
    return house.people["member"]


def _theirs(person: Person) -> list[str]:
    """Return what the person's own messages in the chat still say."""
    return [one.text for one in person.screen if one.who == "person"]


async def _letters(house: House) -> list[tuple[object, ...]]:
    return await house.ask("SELECT state, attempts, parts_done FROM letters ORDER BY id")


async def test_a_number_alone_is_covered_and_the_question_stands(chat: Chat) -> None:
    await chat.follow(f"""
        > 0900000000
        {COVERED[chat.channel]}

        Chào bà Trần Thị Hoa! Hôm nay bà cần làm gì?
          {HOME}
    """)


async def test_a_count_beside_a_number_still_counts(chat: Chat) -> None:
    await chat.say("/ghi")
    await chat.say("[Kích hoạt VNeID mức 2]")
    await chat.follow(f"""
        > 3 0900 000 000
        {COVERED[chat.channel]}

        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
    """)


async def test_what_is_left_of_the_words_is_searched_for(chat: Chat) -> None:
    plain = await chat.say("quên mật khẩu vneid")
    await chat.say("menu")
    covered = await chat.say("quên mật khẩu vneid 0900000000")
    assert covered[0].startswith(COVERED[chat.channel][:-1])
    assert covered[2:] == plain


home = Flow("home", _("Menu"))


@home.step
async def menu(_turn: Turn) -> Screen:
    """Take any words."""
    return Ask(text=Plain("Nói gì cũng được."), reads=str, then=repeated)


@home.step
async def repeated(turn: Turn) -> Screen:
    """Say them again."""
    turn.say(Plain(str(turn.answers["menu"])))
    return go(menu)


async def test_the_words_reach_the_flow_with_a_mark_where_the_number_was(
    tmp_path: Path, channel: str
) -> None:
    house = House(str(tmp_path / "toso.db"), flows=Flows([home]))
    await house.open()
    shown = await Chat(house, channel, "member").say("kích hoạt 3 vneid cho 0900000000 hôm qua")
    assert shown[2] == "kích hoạt 3 vneid cho ▒▒▒ hôm qua"
    await house.close()


async def test_the_line_is_said_once_for_many_numbers(chat: Chat) -> None:
    shown = await chat.say("0900000000, 000000000000, otp 111111, a@example.com")
    assert sum("Tôi đã che" in line for line in shown) == 1


async def test_the_message_is_taken_out_of_the_chat_and_others_stay(
    house: House, member: Person
) -> None:
    chat = Chat(house, "telegram", "member")
    await chat.say("/start")
    await chat.say("cccd 000000000000")
    await chat.say("trợ giúp")
    assert _theirs(member) == ["/start", "trợ giúp"]
    assert [call.params["message_id"] for call in house.api.calls_to("deleteMessage")] == [3]


@pytest.mark.parametrize(
    "content",
    [payloads.photo("cccd"), payloads.voice(), payloads.contact(), payloads.location(),
     payloads.document("cccd.pdf", ""), {"video_note": {"length": 9, "duration": 3,
     "file_id": "f", "file_unique_id": "u"}}],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_pictures_and_the_like_go_and_a_line_says_why(
    house: House, member: Person, content: dict[str, object]
) -> None:
    member.send(content)
    await house.telegram_settles()
    assert _theirs(member) == []
    assert member.screen[-1].text.startswith(PICTURE)
    methods = {call.method for call in house.api.calls}
    assert not methods & {"getFile", "forwardMessage", "copyMessage"}


async def test_stickers_stay(house: House, member: Person) -> None:
    member.send_sticker()
    await house.telegram_settles()
    assert len(_theirs(member)) == 1
    assert member.screen[-1].text.startswith("Tôi chỉ đọc được chữ gõ.")


async def test_an_album_is_answered_once_and_every_picture_of_it_goes(
    house: House, member: Person
) -> None:
    for _picture in range(3):
        member.send({**payloads.photo(""), "media_group_id": "139990"})
    await house.telegram_settles()
    assert _theirs(member) == []
    assert len([one for one in member.screen if one.who == "bot"]) == 1
    member.send({**payloads.photo(""), "media_group_id": "139991"})
    await house.telegram_settles()
    assert len([one for one in member.screen if one.who == "bot"]) == 2


async def test_a_correction_with_a_number_goes(house: House, member: Person) -> None:
    said = member.say("trợ giúp")
    await house.telegram_settles()
    member.edit(said.message_id, "trợ giúp 0900000000")
    await house.telegram_settles()
    assert _theirs(member) == []
    assert member.screen[-1].text.startswith(COVERED["telegram"][:-1])


async def test_what_is_too_old_to_delete_is_not_said_to_be_deleted(
    house: House, member: Person
) -> None:
    said = member.say("trợ giúp")
    await house.telegram_settles()
    house.clock.move(house.clock.now() + timedelta(hours=48))
    member.edit(said.message_id, "trợ giúp 0900000000")
    await house.telegram_settles()
    assert house.api.calls_to("deleteMessage") == []
    assert "không giữ lại gì" in member.screen[-1].text


async def test_the_answer_goes_out_though_deleting_fails_and_deleting_is_tried_again(
    house: House, member: Person
) -> None:
    house.api.fault("deleteMessage", status=502, description="Bad Gateway")
    member.say("0900000000")
    await house.telegram_settles()
    assert len(member.screen) == 2
    assert await _letters(house) == [("waiting", 1, 1)]
    house.clock.move(house.clock.now() + timedelta(seconds=2))
    await house.app.post.catch_up()
    await house.app.settle()
    assert _theirs(member) == []
    assert len(member.screen) == 1
    assert await _letters(house) == [("sent", 1, 1)]


async def test_deleting_survives_a_stop(house: House, member: Person) -> None:
    house.api.fault("deleteMessage", status=502, description="Bad Gateway")
    house.api.fault("sendMessage", status=502, description="Bad Gateway")
    member.say("0900000000")
    await house.telegram_settles()
    assert _theirs(member) == ["0900000000"]
    house.clock.move(house.clock.now() + timedelta(seconds=2))
    await house.restart()
    await house.app.settle()
    assert _theirs(member) == []
    assert len(member.screen) == 1


async def test_a_message_that_never_goes_does_not_hold_up_the_chat(
    house: House, member: Person, caplog: pytest.LogCaptureFixture
) -> None:
    for _try in range(6):
        house.api.fault("deleteMessage", status=502, description="Bad Gateway")
    member.say("0900000000")
    await house.telegram_settles()
    for _try in range(5):
        house.clock.move(house.clock.now() + timedelta(minutes=6))
        await house.app.post.catch_up()
        await house.app.settle()
    assert [state for state, *__ in await _letters(house)] == ["sent"]
    assert "did not delete" in caplog.text
    member.say("trợ giúp")
    await house.telegram_settles()
    assert [state for state, *__ in await _letters(house)] == ["sent", "sent"]


async def test_a_fault_of_the_program_keeps_nothing_of_the_number_either(
    house: House, member: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with house.database.write() as tx:
        await tx.exec_driver_sql("UPDATE chats SET session = '{\"frames\": 7}'")
    member.say("0900000000")
    await house.telegram_settles()
    assert _theirs(member) == []
    told = member.screen[-1].text
    assert "Tôi đã che" in told
    assert "SC-" in told
    assert "0900000000" not in " ".join(
        record.getMessage() for record in caplog.records if record.name.startswith("toso")
    )


async def test_a_console_is_not_told_that_something_was_deleted(house: House) -> None:
    await house.type("member", "0900000000")
    assert "không giữ lại gì" in house.shown["member"][-1]
