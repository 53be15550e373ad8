"""Who is in a team: a lost phone, somebody who moves, leaves, comes or is given a charge."""

import re
from collections.abc import Callable

from tests.chat import Chat

As = Callable[[str], Chat]
_CODE = re.compile(r"\b[2-9B-Z]{4}-[2-9B-Z]{4}\b")
# What a person on no roster is offered.
_STRANGER = ["  [Xem hướng dẫn]", "  [Tôi là thành viên tổ]", "  [Trợ giúp]"]


async def choose(chat: Chat, *said: str) -> list[str]:
    """Say one thing after the other; return what is shown at the end."""
    shown: list[str] = []
    for each in said:
        shown = await chat.say(each)
    return shown


def code_in(shown: list[str]) -> str:
    found = _CODE.search("\n".join(shown))
    assert found, shown
    return found[0]


async def notices(chat: Chat) -> str:
    """Return everything that a person has been shown, the newest last."""
    if chat.channel == "terminal":
        return "\n\n".join(chat.house.shown[chat.role])
    return "\n\n".join(one.text for one in chat.house.people[chat.role].screen)


async def test_a_leader_cuts_off_a_lost_phone_and_she_joins_again(chat_as: As) -> None:
    leader, hoa, new = chat_as("leader"), chat_as("member"), chat_as("stranger")
    await choose(hoa, "/start", "3 vneid")
    book = await hoa.say("/so")
    await leader.say("/nguoito")
    await leader.follow("""
        > /nguoito
        Chọn một người để xem việc làm được, hoặc thêm người.
          [ông Đỗ Văn Sáu – tổ trưởng]
          [anh Lê Minh Tuấn – đã vào tổ]
          [bà Ngô Thị Lành – đã vào tổ]
          [chị Phạm Thu Hà – đã vào tổ]
          [bà Trần Thị Hoa – đã vào tổ]
          [anh Võ Quốc Bảo – đã vào tổ]
          [Thêm người]
          (Menu)
        > [bà Trần Thị Hoa – đã vào tổ]
        bà Trần Thị Hoa
        Tổ An Khương – thành viên
        Đã vào tổ.
          [Đổi điện thoại, mất máy]
          [Thay bằng người khác]
          [Rời tổ]
          (Quay lại) (Menu)
        > [Đổi điện thoại, mất máy]
        Ngắt máy cũ của bà Trần Thị Hoa? Máy cũ từ lúc đó không xem được gì nữa. …
          [Ngắt máy cũ, lấy mã mới]
          [Không]
          (Quay lại) (Menu)
    """)
    shown = await leader.say("[Ngắt máy cũ, lấy mã mới]")
    assert shown[0] == "Đã ngắt máy cũ của bà Trần Thị Hoa."
    assert shown[1].startswith("Mã: ")
    code = code_in(shown)
    told = (await notices(hoa)).rpartition("\n\n")[2]
    assert told.startswith("Cuộc trò chuyện này không còn gắn với ai trong tổ.")
    # The old phone: neither its buttons nor its commands nor its words open anything.
    for said in ("/so", "/toi", "/ghi", "3 vneid"):
        shown = await hoa.say(said)
        assert "Hoa" not in "\n".join(shown), said
        assert "Đã ghi" not in "\n".join(shown), said
    assert (await hoa.say("/start"))[-3:] == _STRANGER
    shown = await new.say(f"/start {code}")
    assert shown[0] == "Có phải bà Trần Thị Hoa?"
    assert (await new.say("[Tôi đồng ý]"))[0].startswith("Chào mừng bà Trần Thị Hoa vào tổ!")
    assert await new.say("/so") == book
    # The code was used: in other hands it opens nothing.
    assert (await hoa.say(f"/start {code}"))[0].startswith("Mã này chưa đúng")
    kinds = "SELECT kind FROM facts WHERE body LIKE '%person%' ORDER BY id"
    assert await leader.house.ask(kinds) == [("MemberCutOff",), ("CodeIssued",)]


async def test_who_is_moved_in_the_middle_of_recording_goes_on_in_the_new_team(
    chat_as: As,
) -> None:
    official, hoa = chat_as("official"), chat_as("member")
    await choose(hoa, "/ghi", "[Kích hoạt VNeID mức 2]")
    await choose(
        official, "/nguoito", "[Tổ An Khương: 6 người]", "[bà Trần Thị Hoa – đã vào tổ]",
        "[Chuyển sang tổ khác]",
    )  # fmt: skip
    await official.follow("""
        > [Tổ Gò Đá]
        bà Trần Thị Hoa sang Tổ Gò Đá từ hôm nay. Việc đã ghi trước đây vẫn tính cho tổ cũ.
          [Đúng, chuyển]
          [Không]
          (Quay lại) (Menu)
    """)
    shown = await official.say("[Đúng, chuyển]")
    assert shown[0] == "Đã chuyển bà Trần Thị Hoa sang Tổ Gò Đá."
    assert "Từ hôm nay bà thuộc Tổ Gò Đá, do cán bộ xã (chị Vũ Thị Thanh) chuyển." in (
        await notices(hoa)
    )
    shown = await hoa.say("3")
    assert shown[0] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."
    newest = (
        "SELECT p.name FROM facts f JOIN places p ON p.id = f.team_id"
        " WHERE f.kind = 'AssistanceGiven' ORDER BY f.id DESC LIMIT 1"
    )
    assert await hoa.house.ask(newest) == [("Tổ Gò Đá",)]
    assert (await hoa.say("/toi"))[3] == "Tổ: Tổ Gò Đá"


async def test_who_leaves_is_erased_and_told(chat_as: As) -> None:
    leader, hoa = chat_as("leader"), chat_as("member")
    await choose(hoa, "/ghi")
    await choose(leader, "/nguoito", "[bà Trần Thị Hoa – đã vào tổ]")
    await leader.follow("""
        > [Rời tổ]
        bà Trần Thị Hoa rời Tổ An Khương? Tên và cuộc trò chuyện bị xoá hẳn, không lấy lại được. …
          [Không]
          [Đúng, rời tổ]
          (Quay lại) (Menu)
    """)
    assert (await leader.say("[Không]"))[0] == "Vâng, không thay đổi gì."
    await choose(leader, "/nguoito", "[bà Trần Thị Hoa – đã vào tổ]", "[Rời tổ]")
    shown = await leader.say("[Đúng, rời tổ]")
    assert shown[0] == "Đã ghi: bà Trần Thị Hoa rời Tổ An Khương."
    assert "ông Đỗ Văn Sáu đã ghi bà rời Tổ An Khương." in await notices(hoa)
    assert (await hoa.say("/start"))[-3:] == _STRANGER
    assert await leader.house.ask("SELECT id FROM people WHERE name LIKE '%Hoa'") == []
    assert "Hoa" not in "\n".join(await leader.say("/nguoito"))


async def test_a_leader_looks_after_the_own_team_but_not_after_its_leaders(chat_as: As) -> None:
    leader, official = chat_as("leader"), chat_as("official")
    await leader.say("/nguoito")
    shown = await leader.say("[ông Đỗ Văn Sáu – tổ trưởng]")
    assert shown[4] == "Đây là ông: xem mục “Thông tin của tôi”, /toi."
    await choose(
        official, "/nguoito", "[Tổ An Khương: 6 người]", "[chị Phạm Thu Hà – đã vào tổ]",
        "[Giao tổ trưởng, tổ phó]", "[tổ phó]",
    )  # fmt: skip
    await leader.say("/nguoito")
    shown = await leader.say("[chị Phạm Thu Hà – tổ phó]")
    assert [one for one in shown if one.startswith("  [")] == ["  [Đổi điện thoại, mất máy]"]


async def test_one_is_put_in_another_s_place_in_one_stroke(chat_as: As) -> None:
    leader, hoa, new = chat_as("leader"), chat_as("member"), chat_as("stranger")
    await hoa.say("/start")
    await choose(
        leader, "/nguoito", "[bà Trần Thị Hoa – đã vào tổ]", "[Thay bằng người khác]",
        "co nguyen thi be",
    )  # fmt: skip
    shown = leader.seen()
    assert shown[0] == "cô Nguyen Thi Be vào Tổ An Khương, vai: thành viên."
    assert shown[2].startswith("bà Trần Thị Hoa rời tổ: ")
    shown = await leader.say("[Đúng, thay người]")
    assert shown[0] == "Xong: cô Nguyen Thi Be thay bà Trần Thị Hoa."
    assert (await new.say(f"/start {code_in(shown)}"))[0] == "Có phải cô Nguyen Thi Be?"
    assert "rời Tổ An Khương" in await notices(hoa)
    said = await leader.house.ask("SELECT kind, body FROM facts ORDER BY id DESC LIMIT 2")
    assert [row[0] for row in said] == ["MemberAdded", "MemberLeft"]
    assert "Be" not in str(said)


async def test_an_official_adds_somebody_to_a_team_and_to_the_office(chat_as: As) -> None:
    official, new = chat_as("official"), chat_as("stranger")
    await choose(official, "/themnguoi", "[Tổ Gò Đá]")
    for said, answer in (
        ("Phan Văn Lộc", "Chị gõ cả cách xưng hô trước tên, ví dụ: anh Phan Văn Lộc."),
        ("anh Lộc", "Chị gõ đủ họ tên, ví dụ: anh Phan Văn Lộc."),
        ("anh Phan Văn Lộc 2", "Chỉ gõ cách xưng hô và họ tên, ví dụ: anh Phan Văn Lộc. Không …"),
    ):
        shown = await official.say(said)
        assert shown[0].startswith(answer.removesuffix("…")), said
    shown = await official.say("anh Phan Văn Lộc, số 0900000000")
    assert any("Tôi đã che chỗ riêng tư" in line for line in shown)
    assert "  [Đúng, thêm]" not in shown
    shown = await official.say("ông Hồ Văn Krông")
    assert shown[:3] == [
        "Thêm ông Hồ Văn Krông vào Tổ Gò Đá, vai: thành viên?",
        "",
        "Ở đó đã có người trùng họ tên này.",
    ]
    await official.say("[Không]")
    shown = await choose(
        official, "/nguoito", "[Bình An (xã mẫu): 2 người]", "[Thêm người]", "ANH Y BLÔ",
    )  # fmt: skip
    assert shown[0] == "Thêm anh Y Blô vào Bình An (xã mẫu), vai: cán bộ xã?"
    shown = await official.say("[Đúng, thêm]")
    await choose(new, f"/start {code_in(shown)}", "[Tôi đồng ý]")
    roles = "SELECT role, consented_at IS NOT NULL FROM people WHERE name = 'Y Blô'"
    assert await new.house.ask(roles) == [("official", 1)]
    # Now that there is another one, either may go, and then the last one may not.
    assert "  [Rời tổ, xoá thông tin]" in await official.say("/toi")
    await choose(new, "/nguoito", "[Bình An (xã mẫu): 3 người]", "[chị Vũ Thị Thanh – cán bộ xã]")
    shown = await choose(new, "[Rời tổ]", "[Đúng, rời tổ]")
    assert shown[0] == "Đã ghi: chị Vũ Thị Thanh rời Bình An (xã mẫu)."
    assert "  [Rời tổ, xoá thông tin]" not in await new.say("/toi")


async def test_a_team_gets_another_leader_and_the_former_one_is_asked_about(chat_as: As) -> None:
    official, hoa, sau = chat_as("official"), chat_as("member"), chat_as("leader")
    await hoa.say("/start")
    await sau.say("/start")
    await choose(
        official, "/nguoito", "[Tổ An Khương: 6 người]", "[bà Trần Thị Hoa – đã vào tổ]",
        "[Giao tổ trưởng, tổ phó]",
    )  # fmt: skip
    await official.follow("""
        > [tổ trưởng]
        Tổ An Khương chỉ có một tổ trưởng, đang là ông Đỗ Văn Sáu. Khi bà Trần Thị Hoa làm …
          [tổ phó]
          [thành viên]
          [Để nguyên như cũ]
          (Quay lại) (Menu)
    """)
    shown = await official.say("[tổ phó]")
    assert shown[0] == "Đã ghi: bà Trần Thị Hoa là tổ trưởng của Tổ An Khương."
    assert "Từ nay bà là tổ trưởng của Tổ An Khương." in await notices(hoa)
    assert "Từ nay ông là tổ phó của Tổ An Khương." in await notices(sau)
    roles = "SELECT name, role FROM people WHERE role IN ('leader', 'deputy') AND place_id = 7"
    team = await official.house.ask("SELECT id FROM places WHERE name = 'Tổ An Khương'")
    found = await official.house.ask(roles.replace("= 7", f"= {team[0][0]}"))
    assert sorted(found) == [("Trần Thị Hoa", "leader"), ("Đỗ Văn Sáu", "deputy")]
    # A deputy may do what a leader may: the tally, the look, the team.
    shown = await sau.say("/tonghop")
    assert "  [Tôi đã xem, đúng]" in shown
    assert (await sau.say("[Tôi đã xem, đúng]"))[0].startswith("Đã ghi: ông đã xem")
    assert (await sau.say("/nguoito"))[1] == "  [bà Trần Thị Hoa – tổ trưởng]"
    assert (await sau.say("/toi"))[5] == "Vai: tổ phó"


async def test_two_act_on_one_person_and_the_second_is_told(chat_as: As) -> None:
    leader, official = chat_as("leader"), chat_as("official")
    await choose(leader, "/nguoito", "[bà Trần Thị Hoa – đã vào tổ]", "[Đổi điện thoại, mất máy]")
    await choose(
        official, "/nguoito", "[Tổ An Khương: 6 người]", "[bà Trần Thị Hoa – đã vào tổ]",
        "[Rời tổ]", "[Đúng, rời tổ]",
    )  # fmt: skip
    shown = await leader.say("[Ngắt máy cũ, lấy mã mới]")
    assert shown[0] == "Danh sách vừa đổi. Ông xem lại giúp: /nguoito."
    assert await leader.house.ask("SELECT id FROM facts WHERE kind = 'MemberCutOff'") == []


async def test_nothing_of_it_can_be_tried_out(chat_as: As) -> None:
    leader = chat_as("leader")
    await choose(leader, "/tapthu", "[Bắt đầu tập]")
    for said in ("/nguoito", "/themnguoi"):
        assert "Stop" not in "\n".join(await leader.say(said))
        assert any("Việc này không tập thử được." in line for line in leader.seen()), said


async def test_in_english(chat_as: As) -> None:
    leader = chat_as("leader")
    await choose(leader, "/language", "[English]")
    shown = await leader.say("/nguoito")
    assert shown[1] == "  [Đỗ Văn Sáu – team leader]"
    await leader.say("[Trần Thị Hoa – joined]")
    shown = await leader.say("[New or lost phone]")
    assert shown[0].startswith("Cut off every phone of Trần Thị Hoa?")
    assert (await leader.say("[Yes, cut off and make a code]"))[0] == (
        "Cut off: the old phone of Trần Thị Hoa."
    )


async def test_a_viewer_is_shown_totals_alone(chat_as: As) -> None:
    viewer = chat_as("viewer")
    await viewer.say("/start")
    assert viewer.seen()[1:] == [
        "  [Bảng tổng hợp]",
        "  [Chỉ tiêu]",
        "  [Xem hướng dẫn]",
        "  [Xã khác]",
        "  [Trợ giúp]",
    ]
    shown = await viewer.say("/tonghop")
    ways = ["  [Theo thôn]", "  [Kỳ trước]", "  [Kỳ khác]", "  (Menu)"]
    assert [line for line in shown if line.startswith("  ")] == ways
    for said in ("/nguoito", "/soto", "/moi", "/themnguoi", "/kiemtra", "/solieu", "/chuaco",
                 "/ghi", "/ketquarasoat", "/rasoat", "/so"):  # fmt: skip
        assert "không dành cho vai của ông" in (await viewer.say(said))[0], said
    assert (await viewer.say("/toi"))[4] == "Vai: người xem"
    assert (await viewer.say("/xa"))[0] == "Ông chỉ xem Bình An (xã mẫu)."
    names = await viewer.house.ask("SELECT name FROM people WHERE role <> 'viewer'")
    everything = await notices(viewer)
    assert [name for (name,) in names if name in everything] == []
