"""Inviting and joining: a one-time code, a plain notice, an explicit yes."""

import re
from collections.abc import Callable

from tests.chat import Chat
from tests.flows.screens import HOME

_CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")


async def test_a_newcomer_joins_with_a_code(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    newcomer = chat_as("stranger")
    await newcomer.say("/start")
    await newcomer.follow("""
        > [Tôi là thành viên tổ]
        Anh/chị gõ mã mà tổ trưởng hoặc cán bộ xã đưa, ví dụ K7QM-2F9T.
          (Menu)
        > K7QM 2F9T
        Mã này chưa đúng, đã dùng hoặc hết hạn. Anh/chị xem lại, …

        Anh/chị gõ mã mà tổ trưởng hoặc cán bộ xã đưa, ví dụ K7QM-2F9T.
          (Menu)
    """)
    shown = await newcomer.say(code.lower().replace("-", " "))
    assert shown == [
        "Có phải anh Phan Văn Lộc?",
        "Tổ Thọ An, Bình An (xã mẫu) – thành viên",
        "",
        "Trước khi đồng ý, mời xem tôi lưu những gì:",
        "",
        "– tên, thôn, tổ và số của khung trò chuyện này, để trả lời anh/chị;",
        "– việc mình ghi: việc gì, bao nhiêu, ngày nào;",
        "– hộ mình rà soát: số của hộ trong sổ của tổ và mấy người, không kèm tên.",
        "",
        "– Chỉ tổ trưởng, cán bộ xã và người giữ máy chủ xem được.",
        "– Tôi không lưu người dân được giúp, được hỏi là ai.",
        "– Muốn thôi lúc nào cũng được; khi đó tên được xoá hẳn.",
        "  [Tôi đồng ý]",
        "  [Không]",
        "  (Quay lại) (Menu)",
    ]
    await newcomer.follow(f"""
        > [Tôi đồng ý]
        Chào mừng anh Phan Văn Lộc vào tổ! Bắt đầu dùng được ngay.

        Tuần nào sổ còn trống, tôi nhắc anh một lần vào thứ sáu. Không muốn thì gõ /toi để tắt.

        Anh muốn làm gì tiếp?
          {HOME}
    """)
    kept = await newcomer.house.ask(
        "SELECT p.name, p.notice, f.kind FROM facts f JOIN people p ON p.id = f.member_id"
        " WHERE f.kind = 'MemberJoined'"
    )
    assert kept == [("Phan Văn Lộc", "2026-11-22", "MemberJoined")]


async def test_a_link_opens_the_notice_at_once(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Hồ Thị Nía, Tổ Gò Đá")
    assert (await chat_as("stranger").say(f"/start {code}"))[0] == "Có phải bà Hồ Thị Nía?"


async def test_a_code_typed_at_home_opens_the_notice(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    stranger = chat_as("stranger")
    assert (await stranger.say(code.lower()))[0] == "Có phải anh Phan Văn Lộc?"
    kept = await stranger.house.ask("SELECT session FROM chats")
    assert not any(code.lower() in str(row).lower() for row in kept)


async def test_words_without_a_code_are_told_so(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    stranger = chat_as("stranger")
    await stranger.say("/vaoto")
    assert (await stranger.say("tôi chưa có mã"))[0].startswith("Chưa thấy mã trong tin này.")
    assert (await stranger.say(f"dạ mã là {code}"))[0] == "Có phải anh Phan Văn Lộc?"


async def test_no_keeps_nothing(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    stranger = chat_as("stranger")
    await stranger.say(f"/start {code}")
    shown = await stranger.say("[Không]")
    assert (
        shown[0]
        == "Vâng, tôi không gắn cuộc trò chuyện này với ai. Bài hướng dẫn anh/chị vẫn xem được hết."
    )
    assert await stranger.house.ask("SELECT id FROM people WHERE notice = '2026-11-22'") == []
    assert (await stranger.say(f"/start {code}"))[0] == "Có phải anh Phan Văn Lộc?"


async def test_a_code_works_once(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    stranger = chat_as("stranger")
    await stranger.say(f"/start {code}")
    await stranger.say("[Tôi đồng ý]")
    shown = await stranger.say(f"/start {code}")
    assert shown[0] == "Anh đã ở trong Tổ Thọ An, Bình An (xã mẫu) rồi."
    assert await stranger.house.ask("SELECT count(*) FROM facts WHERE kind = 'MemberJoined'") == [
        (1,)
    ]


async def test_a_new_code_replaces_the_older_one(chat_as: Callable[[str], Chat]) -> None:
    older = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    newer = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    stranger = chat_as("stranger")
    assert (await stranger.say(f"/start {older}"))[0].startswith("Mã này chưa đúng")
    assert (await stranger.say(newer))[0] == "Có phải anh Phan Văn Lộc?"


async def test_a_leader_invites_only_into_the_own_team(chat_as: Callable[[str], Chat]) -> None:
    shown = await chat_as("leader").say("/moi")
    assert shown[0] == "Mọi người trong danh sách đều đã vào tổ."


async def test_the_code_itself_is_nowhere_in_the_database(chat_as: Callable[[str], Chat]) -> None:
    code = await _invite(chat_as("official"), "Phan Văn Lộc, Tổ Thọ An")
    house = chat_as("official").house
    kept = await house.ask("SELECT digest FROM join_codes")
    assert len(kept) == 1
    assert code.replace("-", "") not in str(kept)
    assert await house.ask("SELECT id FROM letters WHERE body IS NOT NULL") == []


async def _invite(inviter: Chat, whom: str) -> str:
    """Have a code made; return it."""
    shown = await inviter.say("/moi")
    assert f"  [{whom}]" in shown
    shown = await inviter.say(f"[{whom}]")
    found = _CODE.search(shown[0])
    assert found
    if inviter.channel == "telegram":
        assert f"https://t.me/to_so_bot?start={found[0]}" in shown
    return found[0]
