"""Files of every kind that an official may have: read as they are, or refused in one sentence."""

import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refused
from bot.reading.draft.files import LARGEST_FILE, LARGEST_TEXT, opened

WORDS = "BÁO CÁO của Ủy ban nhân dân xã Hòa Mẫu: đã có 5 hồ sơ được tiếp nhận trong năm"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(fill: Callable[[WordFile], None]) -> bytes:
    document = Document()
    fill(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        b"\xff\xfe" + WORDS.encode("utf-16-le"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
    ],
)
def test_text_is_read_in_each_encoding(data: bytes) -> None:
    assert opened(data) == WORDS


def _old(words: str) -> bytes:
    """Write words in the old Vietnamese code page, where tones are signs of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    spread = [unicodedata.normalize("NFD", sign) for sign in words]
    apart = (
        unicodedata.normalize("NFC", "".join(one for one in sign if one not in tones))
        + "".join(one for one in sign if one in tones)
        for sign in spread
    )
    return "".join(apart).encode("cp1258")


def test_text_in_the_old_code_page_is_read() -> None:
    assert opened(_old(WORDS)) == WORDS


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(999), "TS-91"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "TS-91"),
        (b"%PDF-1.7 ...", "TS-91"),
        (b"{\\rtf1 x}", "TS-91"),
        (b"PK\x03\x04 and nothing more", "TS-91"),
        (bytes(range(256)) * 9, "TS-92"),
        (b"B\xb8o c\xb8o \xf1\xf2\xf3 kh\xabng ai \xae\xe4c", "TS-92"),
        (b"x" * (LARGEST_FILE + 1), "TS-90"),
        (b"x" * (LARGEST_TEXT + 1), "TS-90"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(data)
    assert refused.value.code == code


def test_a_word_file_is_read_in_its_order() -> None:
    def fill(document: WordFile) -> None:
        document.sections[0].header.paragraphs[0].text = "UBND xã Hòa Mẫu"
        document.sections[0].footer.paragraphs[0].text = "Trang cuối"
        document.add_paragraph("BÁO CÁO")
        table = document.add_table(rows=2, cols=2)
        for nth, words in enumerate(("Thôn", "Số hộ", "Một", "99")):
            table.cell(nth // 2, nth % 2).text = words
        document.add_paragraph("Hết\tbài")
        document.add_paragraph("Một ý", style="List Bullet")

    assert opened(_docx(fill)).splitlines() == [
        "UBND xã Hòa Mẫu",
        "BÁO CÁO",
        "Thôn\tSố hộ",
        "Một\t99",
        "Hết bài",
        "Một ý",
        "Trang cuối",
    ]


def test_changes_that_were_tracked_are_read_as_accepted_and_boxes_too() -> None:
    def fill(document: WordFile) -> None:
        document.element.body.insert(
            0,
            parse_xml(
                f'<w:p xmlns:w="{_W}"><w:r><w:t>Có </w:t></w:r>'
                "<w:ins><w:r><w:t>90 hộ</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>80 hộ</w:delText></w:r></w:del>"
                "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r></w:p>"
            ),
        )

    assert opened(_docx(fill)).splitlines() == ["Có 90 hộ", "Trong khung"]


def _zipped(**parts: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return written.getvalue()


def _swollen(data: bytes) -> bytes:
    """Add a picture to a sound Word file that is small as long as it is packed."""
    written = BytesIO(data)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(101_000_000))
    return written.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _zipped(xl__workbook_xml=b"<x/>"),
        _zipped(word__document_xml=b"<x/>"),
        _zipped(word__document_xml=b" " * 31_000_000),
        _swollen(_docx(lambda _document: None)),
        _docx(lambda _document: None)[:-40],
    ],
)
def test_a_zip_file_that_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        opened(data)
    assert refused.value.code == "TS-91"


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"%PDF"]))
def test_any_bytes_are_read_or_refused(data: bytes, mark: bytes) -> None:
    with suppress(Refused):
        assert isinstance(opened(mark + data), str)
