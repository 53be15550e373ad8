"""The report as a Word document, read back: every figure once, units apart, silence no zero."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from bot.domain.findings import Kind
from bot.domain.periods import period
from bot.domain.quantities import Coverage, Lack, Origin
from bot.domain.tally import Helped, Quiet, Row
from bot.domain.units import Unit
from bot.reports.document.head import Issuer, issuer
from tests.reports.periods_by_hand import (
    ROWS,
    TEMPLATE,
    dossier,
    finding,
    lines,
    made,
    parts,
    table,
)
from tests.reports.values import amount, goal, share

RATE = share(amount(2_570), amount(3_009), group="xa-hoi-so", target=goal("90"))


def one(data: bytes, start: str) -> str:
    """Return the only paragraph that begins so."""
    found = [line for line in lines(data) if line.startswith(start)]
    assert len(found) == 1, (start, found)
    return found[0]


def test_the_first_paragraph_has_the_period_with_both_its_days() -> None:
    shown = one(made(dossier()), "Ủy ban nhân dân")
    assert shown.startswith("Ủy ban nhân dân xã Mẫu báo cáo")
    assert "tháng 11/2026, số liệu từ ngày 01/11/2026 đến hết ngày 30/11/2026" in shown
    assert "Căn cứ Nghị định" not in "\n".join(lines(made(dossier())))
    decree = made(dossier(of=period("2026-11@nd09")))
    assert "từ ngày 15/10/2026 đến hết ngày 14/11/2026 (kỳ" in one(decree, "Ủy ban nhân dân")
    assert one(decree, "Căn cứ").startswith("Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01")


@pytest.mark.parametrize(
    ("name", "demo", "wanted", "place"),
    [
        ("Bình An (xã mẫu)", True, Issuer("xã", "Bình An"), "Bình An"),
        ("Bình An (xã mẫu)", False, Issuer("", "Bình An (xã mẫu)"), "Bình An (xã mẫu)"),
        ("Phường Hòa Mẫu", False, Issuer("phường", "Hòa Mẫu"), "Hòa Mẫu"),
        ("PHƯỜNG 0", False, Issuer("phường", "0"), "Phường 0"),
        ("đặc khu Mẫu", False, Issuer("đặc khu", "Mẫu"), "Mẫu"),
        # Not a kind, but how a name begins.
        ("Xãm Mẫu", False, Issuer("", "Xãm Mẫu"), "Xãm Mẫu"),
    ],
)
def test_a_commune_is_called_what_its_own_name_says(
    name: str, demo: bool, wanted: Issuer, place: str
) -> None:
    found = issuer(name, demo=demo)
    assert (found, found.place) == (wanted, place)


def test_a_commune_whose_kind_nobody_knows_leaves_that_to_the_official() -> None:
    shown = lines(made(dossier(commune="Mẫu")))
    assert "[XÃ/PHƯỜNG] MẪU" in shown
    assert any(line.startswith("Ủy ban nhân dân [xã/phường] Mẫu") for line in shown)
    assert "XÃ MẪU" in lines(made(dossier()))


def test_text_and_annex_say_the_same_figure_each_in_its_own_way() -> None:
    data = made(dossier())
    assert one(data, "- Kích hoạt VNeID mức 2:") == (
        "- Kích hoạt VNeID mức 2: 1.711 tài khoản (kỳ trước 1.714 tài khoản, giảm 03 tài khoản);"
    )
    assert one(data, "- Nộp hồ sơ trên mạng: 0") == (
        "- Nộp hồ sơ trên mạng: 07 hồ sơ (kỳ trước 0 hồ sơ, tăng 07 hồ sơ)."
    )
    assert one(data, "- Giúp nộp hồ sơ").startswith("- Giúp nộp hồ sơ trên mạng: 07 hồ sơ (kỳ")
    rows = table(data, "Loại việc")
    # No zero before a number in a table.
    assert rows[1:] == [
        ["1", "Kích hoạt VNeID mức 2", "tài khoản", "1.711", "1.714", "−3",
         "Gò Đá: 1.706; An Bình: 5"],
        ["2", "Nộp hồ sơ trên mạng", "hồ sơ", "7", "0", "+7", "Gò Đá: 7"],
    ]  # fmt: skip
    # 1711 accounts and 7 dossiers are nothing together.
    assert "1.718" not in "\n".join(lines(data))


def test_the_teams_that_reported_that_did_not_and_that_said_none_make_the_whole() -> None:
    shown = one(made(dossier()), "Trong 04 tổ")
    assert shown == (
        "Trong 04 tổ có 01 tổ đã báo việc giúp người dân (Tổ Gò Đá); 01 tổ báo trong kỳ không có "
        "việc (Tổ Một); 02 tổ chưa báo (Tổ Ba, Tổ Hai)."
    )
    # The week before the period is not part of it, and one to come is nobody's silence.
    assert table(made(dossier()), "Số tuần chưa báo")[1:] == [["1", "Tổ Hai", "0", "0", "1"]]


def test_a_commune_without_teams_or_help_is_told_so_and_gets_no_table_without_rows() -> None:
    bare = dossier(rows=(), before=(), quiet=())
    data = made(replace(bare, grid=replace(bare.grid, rows=())))
    shown = lines(data)
    assert shown.count("Chưa có tổ nào trong danh sách.") == 2
    assert "Kỳ này và kỳ trước chưa ghi việc nào." in shown
    assert not any(line.startswith("Trong 0") for line in shown)
    tables = Document(io.BytesIO(data)).tables
    assert not any(
        {"Loại việc", "Tổ"} & {cell.text for cell in one.rows[0].cells} for one in tables
    )
    full = "\n".join(lines(made(dossier())))
    assert "Chưa có tổ nào" not in full
    assert "chưa ghi việc nào" not in full


def test_silence_is_not_zero() -> None:
    silent = (Quiet("Tổ Hai", told=False),)
    data = made(dossier(rows=(), before=(), quiet=silent, helped=Helped()))
    told = "\n".join(lines(data))
    # By village nobody told anything either: the tally by hand has no quiet villages.
    assert "Chưa tổ nào báo trong kỳ này, nên chưa có số liệu." in told
    assert one(data, "- Giúp nộp") == ("- Giúp nộp hồ sơ trên mạng: chưa báo (kỳ trước chưa báo).")
    assert "0 hồ sơ" not in told
    assert "đều không có việc" not in told


def test_one_silent_period_makes_no_difference_out_of_the_other() -> None:
    now, before = table(made(dossier(rows=(), quiet=())), "Loại việc"), (Quiet("A", told=True),)
    assert now[1][3:6] == ["chưa báo", "1.714", ""]
    earlier = made(dossier(before=()))
    assert table(earlier, "Loại việc")[1][3:6] == ["1.711", "chưa báo", ""]
    assert one(earlier, "- Giúp nộp").endswith("07 hồ sơ (kỳ trước chưa báo).")
    # Whoever told that there was nothing has not been silent.
    of = dossier(before=())
    told = replace(of, before=replace(of.before, quiet=before))
    assert table(made(told), "Loại việc")[1][3:6] == ["1.711", "0", "+1.711"]


def test_of_people_helped_only_a_range_is_known() -> None:
    assert one(made(dossier()), "Số người được giúp").startswith(
        "Số người được giúp (ước tính): 03 đến 17 người;"
    )
    assert not [x for x in lines(made(dossier(helped=Helped()))) if x.startswith("Số người được")]


def test_a_rate_stands_with_what_it_is_made_of_and_with_its_target() -> None:
    data = made(dossier(RATE))
    assert one(data, "- VNeID đã kích hoạt:") == (
        "- VNeID đã kích hoạt: 85,41% (2.570/3.009 thẻ căn cước đã cấp; Công an xã, 31/12/2024). "
        "Mục tiêu: từ 90% trở lên đến 31/12/2025 (411/QĐ-TTg ngày 31/03/2022). Chưa đạt, còn "
        "thiếu 4,59 điểm."
    )
    rows = table(data, "Chỉ tiêu")
    assert rows[1] == ["Xã hội số"] * 8
    assert rows[2][:7] == [
        "1", "VNeID đã kích hoạt", "2.570", "3.009", "thẻ", "85,41%", "Công an xã, 31/12/2024",
    ]  # fmt: skip
    # Written with one space or none before the sign, a percent is not that of NĐ 30.
    assert not re.search(r"\d %", "\n".join(lines(data)))


def test_a_rate_without_a_denominator_says_so_and_one_without_a_number_is_named() -> None:
    values = (
        share(amount(646, Unit.HOUSEHOLD), None, Lack.MISSING, group="xa-hoi-so"),
        share(None, None, Lack.MISSING, group="xa-hoi-so", id_="other"),
    )
    data = made(dossier(*values))
    assert "chưa có mẫu số: cần" in one(data, "- VNeID đã kích hoạt")
    assert "Còn 01 chỉ tiêu chưa có số liệu, có tên tại Phụ lục II." in lines(data)
    assert "Xã hội số – chưa có số liệu: VNeID đã kích hoạt." in lines(data)
    assert table(data, "Chỉ tiêu")[2][2:6] == ["646", "–", "hộ", "chưa có mẫu số"]


def test_a_survey_says_how_many_households_were_asked() -> None:
    asked = amount(3, Unit.PERSON, Origin.SURVEY, coverage=Coverage(9, 99))
    data = made(dossier(share(asked, amount(9, Unit.PERSON, Origin.SURVEY), group="xa-hoi-so")))
    assert "33,33% (03/09" in one(data, "- VNeID đã kích hoạt")
    assert "đã hỏi 09/99 hộ" in one(data, "- VNeID đã kích hoạt")
    assert table(data, "Chỉ tiêu")[2][6].endswith("đã hỏi 9/99 hộ")


def test_what_was_tried_in_vain_is_told_by_what_stood_in_the_way() -> None:
    data = made(dossier())
    assert "Có 05 lần giúp mà chưa xong (không tính vào các số trên), vì:" in lines(data)
    shown = [line for line in lines(data) if line.endswith((" lần;", " lần."))]
    assert [line.rsplit(": ", 1)[1] for line in shown] == ["03 lần;", "02 lần."]


def test_open_findings_are_told_answered_ones_with_their_reason_and_silent_teams_once() -> None:
    found = (
        finding("Dân số"),
        finding("Số hộ", "số của quý trước"),
        finding("Tổ Hai", kind=Kind.SILENT),
    )
    shown = lines(made(dossier(findings=found)))
    at = shown.index("Số liệu còn phải đối chiếu:")
    assert shown[at + 1] == "- Dân số: chưa có số văn bản."
    at = shown.index("Số liệu khác thường đã được giải trình:")
    assert shown[at + 1] == "- Số hộ: chưa có số văn bản: số của quý trước."
    assert not [line for line in shown if line.startswith("- ") and "chưa báo gì" in line]


def test_a_correction_of_a_closed_period_is_told_apart() -> None:
    shown = lines(made(dossier()))
    at = shown.index("Trong các số trên có phần điều chỉnh cho kỳ đã chốt trước đây:")
    assert shown[at + 1] == "- Nộp hồ sơ trên mạng: −02 hồ sơ (việc ngày 09/10/2026)."


def test_a_draft_and_a_try_out_say_so_on_the_first_page_and_a_closed_period_its_code() -> None:
    draft, closed = made(dossier()), made(dossier(closed=True))
    mark, invented = "DỰ THẢO – số chưa chốt", "XÃ MẪU – người và số liệu đều để thử"
    assert mark in lines(draft)
    assert mark not in lines(closed)
    code = "Số liệu đã chốt ngày 01/12/2026, mã số liệu: A1B2-C3D4-E5F6. Bộ chỉ tiêu: 0123."
    assert (lines(closed).count(code), lines(draft).count(code)) == (2, 0)
    assert not [line for line in lines(draft) if line.startswith(invented)]
    demo = made(dossier(demo=True, commune="Bình An (xã mẫu)"))
    assert len([line for line in lines(demo) if line.startswith(invented)]) == 1
    assert "XÃ BÌNH AN" in lines(demo)


def test_a_period_that_is_not_over_says_up_to_when_it_is_counted() -> None:
    said = "Kỳ báo cáo chưa hết: số liệu mới tính đến ngày 21/11/2026"
    assert one(made(dossier()), "Kỳ báo cáo chưa hết").startswith(said)
    assert said not in "\n".join(lines(made(dossier(of=period("2026-10")))))


def test_what_the_content_no_longer_knows_is_not_lost() -> None:
    data = made(dossier(rows=(*ROWS, Row("Gò Đá", "ngay_xua", 9))))
    assert table(data, "Loại việc")[-1][1:4] == ["ngay_xua", "", "9"]


def test_the_same_period_twice_is_the_same_file_whenever_it_is_made() -> None:
    closed = dossier(RATE, closed=True)
    assert made(closed) == made(closed)
    # A zip file tells two seconds apart: the clock alone would not show within one test.
    with zipfile.ZipFile(io.BytesIO(made(closed))) as packed:
        assert {one.date_time[:3] for one in packed.infolist()} == {(1980, 1, 1)}
    assert made(closed) != made(dossier(RATE, closed=True, of=period("2026-10")))
    assert date(2026, 12, 1).isoformat().encode() in parts(made(closed))["docProps/core.xml"]


def test_every_blank_for_the_official_is_marked_in_yellow() -> None:
    read = Document(io.BytesIO(TEMPLATE.read_bytes()))
    runs = [run for line in read.paragraphs for run in line.runs]
    blanks = [run for run in runs if run.text.startswith("[")]
    assert len(blanks) >= 5
    assert {run.font.highlight_color for run in blanks} == {WD_COLOR_INDEX.YELLOW}
