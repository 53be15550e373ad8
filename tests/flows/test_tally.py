"""The tally: what the official pulls each week, and what nobody else may see."""

from collections.abc import Callable

from tests.chat import Chat


async def test_the_official_sees_this_week_beside_the_one_before(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await official.say("/start")
    await official.follow("""
        > [Bảng tổng hợp]
        Bình An (xã mẫu)
        Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)
        Kỳ chưa hết: số đến ngày 21/11/2026.
        Nháp, chưa chốt.
        Chưa xem: Tổ An Khương, Tổ Thọ An, Tổ Tây Phước, Tổ An Bình, Tổ Gò Đá
        So với kỳ trước

        – Kích hoạt VNeID mức 2: 26 tài khoản (kỳ trước: 32)
        – Kích hoạt lại, việc VNeID khác: 7 lượt (kỳ trước: 21)
        – Hướng dẫn dịch vụ công: 35 lượt (kỳ trước: 24)
        – Nộp hồ sơ trên mạng: 27 hồ sơ (kỳ trước: 21)
        – Vận động làm căn cước: 21 người (kỳ trước: 19)
        – Mở tài khoản ngân hàng, ví: 16 người (kỳ trước: 18)
        – Tài khoản nhận an sinh: 6 người (kỳ trước: 7)
        – Hộ buôn bán nhận tiền QR: 9 hộ (kỳ trước: 7)
        – Đăng ký chữ ký số: 4 người (kỳ trước: 5)
        – Sổ sức khoẻ, bảo hiểm y tế: 5 lượt (kỳ trước: 12)
        – Cài ứng dụng của tỉnh, Zalo: 9 lượt (kỳ trước: 16)
        – Dạy dùng điện thoại, mạng: 8 người (kỳ trước: 7)
        – Nhắc phòng lừa đảo: 1 lượt (kỳ trước: 15)
        – Buổi tuyên truyền: 1 buổi (kỳ trước: 2)
        – Chuyển phản ánh của dân: 1 lượt (kỳ trước: 0)

        Số người được giúp (ước tính): chưa rõ, nhiều nhất 166
          [Theo thôn]
          [Theo tổ]
          [Theo thành viên]
          [Kỳ trước]
          [Kỳ khác]
          [Điểm cần kiểm tra]
          [Chốt kỳ này]
          (Menu)
    """)


async def test_a_record_is_in_the_tally_at_once(chat_as: Callable[[str], Chat]) -> None:
    member, official = chat_as("member"), chat_as("official")
    await member.say("/ghi")
    await member.say("[Kích hoạt VNeID mức 2]")
    await member.say("3")
    shown = await official.say("/tonghop")
    assert "– Kích hoạt VNeID mức 2: 29 tài khoản (kỳ trước: 32)" in shown
    shown = await official.say("[Theo thôn]")
    village = shown[shown.index("An Khương") + 1]
    assert village == "– Kích hoạt VNeID mức 2: 10 tài khoản (kỳ trước: 10)"


async def test_any_period_can_be_asked_for(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/tonghop")
    asked = {
        "tháng trước": "Tháng 10/2026 (01/10/2026 – 31/10/2026)",
        "2026-W46": "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)",
        "2026-11@nd09": "Tháng 11/2026 theo NĐ 09 (15/10/2026 – 14/11/2026)",
        "2026-Q4": "Quý 4/2026 (01/10/2026 – 31/12/2026)",
        "2026-11-01..2026-11-15": "01/11/2026 – 15/11/2026",
    }
    for said, period in asked.items():
        await official.say("[Kỳ khác]")
        assert (await official.say(said))[1] == period
    await official.say("[Kỳ khác]")
    assert (await official.say("2026-13"))[0].startswith("Chưa hiểu kỳ này.")


async def test_the_period_before_and_the_points_to_check(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/tonghop")
    assert (await official.say("[Kỳ trước]"))[1] == "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)"
    assert (await official.say("[Kỳ trước]"))[1] == "Tuần 45 năm 2026 (02/11/2026 – 08/11/2026)"
    shown = await official.say("[Điểm cần kiểm tra]")
    assert shown[1] == "Tuần 45 năm 2026 (02/11/2026 – 08/11/2026)"
    assert (await official.say("/tonghop"))[1] == "Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)"


async def test_a_leader_sees_the_own_team_only(chat_as: Callable[[str], Chat]) -> None:
    leader = chat_as("leader")
    assert (await leader.say("/tonghop"))[0] == "Tổ An Khương"
    shown = await leader.say("[Theo thành viên]")
    names = [line for line in shown[5:] if line and not line.startswith(("–", " "))]
    assert names == [
        "Đỗ Văn Sáu",
        "Lê Minh Tuấn",
        "Phạm Thu Hà",
        "Trần Thị Hoa",
        "Võ Quốc Bảo",
        "Chưa báo: Ngô Thị Lành",
        "Số người được giúp (ước tính): chưa rõ, nhiều nhất 31",
    ]


async def test_nobody_else_gets_in(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "outsider", "stranger"):
        shown = await chat_as(role).say("/tonghop")
        assert shown[0].startswith("Mục “Bảng tổng hợp” không dành cho vai của ")
        assert not any("Bình An" in line for line in shown)
