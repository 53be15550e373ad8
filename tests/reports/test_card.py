"""The card of a period: seven lines at most, each number in its own unit, nothing unsaid."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.activities import Field
from bot.domain.findings import Answer, Finding, Kind
from bot.domain.periods import period
from bot.domain.sheets import Former, Look, Sheet, State, Status
from bot.domain.tally import Helped, Tally
from bot.domain.text import Words
from bot.reports.briefing import clipped
from bot.reports.card import card
from tests.reports.dossiers import ACTIVITIES, CLOSED, DRAFT, VILLAGES, huge, sheet, tally
from tests.reports.values import said

EARLIER = period("2026-W46")
AFTER, WITHIN, BEFORE = date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 9)
OPEN = Finding("1", "r", Kind.SILENT, "Tổ A", (), (), None, (), Words({"vi": "Hỏi lại"}))
ANSWERED = replace(OPEN, answer=Answer("đúng", None, AFTER))


def shown(
    of: Sheet,
    before: Tally | None = None,
    status: Status = DRAFT,
    findings: tuple[Finding, ...] = (),
    helped: Helped | None = None,
    today: date = AFTER,
    language: str = "vi",
) -> list[str]:
    told = card(
        of, before or tally(of=EARLIER), status, findings, helped or Helped(), ACTIVITIES, today
    )
    return said(told, language).split("\n")


FULL = sheet(
    tally(
        {
            "vneid_kich_hoat": 12, "vneid_khac": 3, "can_cuoc_van_dong": 4, "dvc_huong_dan": 9,
            "tuyen_truyen": 1, "tmdt_gian_hang": 2, "gone": 5,
        },
        told=("Gò Đá",), silent=("Tây Phước", "Thọ An"), adjusted=2,
    )
)  # fmt: skip
OF_BEFORE = tally({"vneid_kich_hoat": 9, "can_cuoc_van_dong": 4, "dvc_huong_dan": 10}, of=EARLIER)


def test_a_closed_week_in_seven_lines() -> None:
    assert shown(FULL, OF_BEFORE, CLOSED, (OPEN, OPEN, ANSWERED), Helped(7, 3)) == [
        (
            "Xã Mẫu · Tuần 47 năm 2026 (16/11/2026 – 22/11/2026) · "
            "đã chốt ngày 23/11/2026, mã số liệu A1B2-C3D4-E5F6"
        ),
        (
            "VNeID, căn cước – Kích hoạt VNeID mức 2: 12 tài khoản (tăng 3); "
            "Vận động làm căn cước: 4 người (như kỳ trước); và 1 loại việc khác"
        ),
        "Dịch vụ công – Hướng dẫn dịch vụ công: 9 lượt (giảm 1)",
        (
            "Đời sống số – Mở gian hàng trên mạng: 2 gian hàng (tăng 2); "
            "Buổi tuyên truyền: 1 buổi (tăng 1); và 1 loại việc khác"
        ),
        "2/5 thôn đã ghi việc, 1 thôn báo không có việc, 2 thôn chưa báo (Tây Phước, Thọ An)",
        "2 điểm cần kiểm tra. 1 điểm đã có lý do.",
        "Số người được giúp (ước tính): 7 đến 10 · Trong tổng có 2 điều chỉnh cho kỳ trước đã chốt",
    ]
    assert shown(FULL, OF_BEFORE, CLOSED, (OPEN, ANSWERED), Helped(7, 3), language="en")[2:6] == [
        "Public services – Guided online services: 9 times (down 1)",
        (
            "Digital life – Online stalls opened: 2 stalls (up 2); "
            "Outreach sessions: 1 session (up 1); and 1 other kind of help"
        ),
        (
            "2 of 5 villages recorded help, 1 said that there was none, "
            "2 not reported yet (Tây Phước, Thọ An)"
        ),
        "1 point to check. 1 has its answer.",
    ]


def test_a_week_that_is_not_over_tells_no_decrease() -> None:
    head, identity, *__ = shown(FULL, OF_BEFORE, today=WITHIN)
    assert head.endswith(" · nháp, chưa chốt · số đến ngày 20/11/2026")
    assert "12 tài khoản (kỳ trước: 9)" in identity
    assert not [line for line in shown(FULL, OF_BEFORE, today=WITHIN) if "giảm" in line]


def test_where_nobody_told_anything_before_there_is_no_change() -> None:
    silent = tally(of=EARLIER, silent=VILLAGES)
    assert shown(FULL, silent)[2] == "Dịch vụ công – Hướng dẫn dịch vụ công: 9 lượt"
    # That there was nothing is something to compare with.
    told = tally(of=EARLIER, told=VILLAGES)
    assert shown(FULL, told)[2] == "Dịch vụ công – Hướng dẫn dịch vụ công: 9 lượt (tăng 9)"


def test_a_field_in_which_there_was_something_before_is_not_passed_over() -> None:
    lines = shown(sheet(tally({"phan_anh": 1})), tally({"app_cai_dat": 9}, of=EARLIER))
    assert lines[1:3] == [
        "Dịch vụ công – Chuyển phản ánh của dân: 1 lượt (tăng 1)",
        "Đời sống số – kỳ này chưa ghi việc nào",
    ]


EMPTY = {
    (
        DRAFT,
        WITHIN,
        (),
    ): "Chưa có việc nào được ghi. Nhờ anh/chị nhắc các tổ gõ /ghi, không có việc thì /khongco.",
    (DRAFT, AFTER, VILLAGES[1:]): "Kỳ này chưa có việc nào được ghi. Vẫn ghi bù được: gõ /ghi kèm "
    "ngày, hoặc /khongco.",
    (DRAFT, AFTER, VILLAGES): "Kỳ này các tổ đều báo không có việc. Cảm ơn các tổ đã báo.",
    (CLOSED, AFTER, ()): "Kỳ này không có việc nào được ghi.",
    (DRAFT, BEFORE, ()): "Kỳ này chưa bắt đầu.",
}


@pytest.mark.parametrize(("given_", "sentence"), EMPTY.items())
def test_an_empty_period_says_what_can_be_done(
    given_: tuple[Status, date, tuple[str, ...]], sentence: str
) -> None:
    status, today, told = given_
    silent = tuple(one for one in VILLAGES if one not in told)
    lines = shown(sheet(tally(told=told, silent=silent)), status=status, today=today)
    assert lines[1] == sentence
    # Two lines of a small phone.
    assert len(sentence) <= 100
    assert lines[-1] == "Không có gì cần kiểm tra."
    # Of what has not begun nobody is told to be late.
    assert any("chưa báo" in line for line in lines) == (today != BEFORE and bool(silent))


STANDING = {
    Status(State.SEEN, looks=(Look("Tổ A", CLOSED.seal.closed_at, 0),)): (
        "các tổ trưởng đã xem, chưa chốt"
    ),
    Status(State.CLOSED): "đã chốt bằng phiên bản trước, chưa có mã số liệu",
    Status(State.DRAFT, former=(Former("Xã Cũ", CLOSED.seal),)): "xã cũ đã chốt, xã mới chưa chốt",
} if CLOSED.seal else {}  # fmt: skip


@pytest.mark.parametrize(("status", "words"), STANDING.items())
def test_the_state_is_said_within_the_first_line(status: Status, words: str) -> None:
    assert shown(FULL, status=status)[0].endswith(f" · {words}")


def test_villages_without_a_team_are_neither_silent_nor_forgotten() -> None:
    more = sheet(tally({"phan_anh": 1}), villages=(*VILLAGES, "Suối Cát"))
    assert "5/5 thôn đã ghi việc, 1 thôn chưa có tổ" in shown(more)
    none = replace(tally({"phan_anh": 1}), rows=())
    assert "Chưa thôn nào có tổ" in shown(sheet(none))
    six = tuple(f"Thôn {nth}" for nth in range(6))
    assert "5/11 thôn đã ghi việc, 6 thôn chưa báo" in shown(
        sheet(replace(tally({"phan_anh": 1}), quiet=tally(silent=six).quiet), villages=())
    )


def test_long_names_are_cut_between_words_and_keep_their_number() -> None:
    assert clipped("Thôn Tân Lập Đông 1", 15) == "Thôn Tân Lập… 1"
    assert clipped("Thôn Tân Lập Đông Hoà Bình", 15) == "Thôn Tân Lập…"
    assert clipped("Thôn Tân Lập", 12) == "Thôn Tân Lập"
    assert clipped("A" * 99, 15) == "A" * 14 + "…"


COUNTS = st.dictionaries(
    st.sampled_from([*ACTIVITIES, "gone"]), st.integers(-(10**9), 10**9).filter(bool)
)


@given(COUNTS, COUNTS, st.integers(0, 5), st.sampled_from([BEFORE, WITHIN, AFTER]))
def test_never_more_than_seven_lines(
    now: Mapping[str, int], before: Mapping[str, int], quiet: int, today: date
) -> None:
    most = huge()
    of = sheet(
        tally(now, told=VILLAGES[:1] * quiet, silent=VILLAGES[:quiet], adjusted=9),
        commune=most.sheet.commune,
    )
    for language in ("vi", "en"):
        lines = shown(
            of, tally(before, of=EARLIER), CLOSED, (OPEN,) * 99, Helped(1, 10**9), today,
            language,
        )  # fmt: skip
        assert len(lines) <= 7
        assert max(map(len, lines)) <= 200
        assert sum(map(len, lines)) <= 900
        assert all(line.strip() for line in lines)


@given(COUNTS)
def test_every_activity_is_named_or_counted(now: Mapping[str, int]) -> None:
    text = "\n".join(shown(sheet(tally(now)), language="en"))
    named = [one for one in ACTIVITIES.values() if f"{one.title.of('en')}: " in text]
    others = sum(map(int, re.findall(r"and (\d+) other kinds? of help", text)))
    assert {one.id for one in named} <= set(now)
    assert len(named) + others == len(now)
    for field in Field:
        assert sum(one.field is field for one in named) <= 2


def test_the_largest_card_fits() -> None:
    most = huge()
    for language in ("vi", "en"):
        told = card(most.sheet, most.before, most.status, (OPEN,) * 99, Helped(1, 10**9),
                    ACTIVITIES, AFTER)  # fmt: skip
        assert len(said(told, language).split("\n")) == 7
