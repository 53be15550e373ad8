"""The paper of the pictures: nothing overlaps, every letter is there, the same bytes always."""

import struct
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from matplotlib.text import Text as Letters
from matplotlib.transforms import Bbox

from bot.domain.dossiers import Dossier
from bot.reports.chart import chart
from bot.reports.chart.letters import Type, clean, known, wide, wrapped
from bot.reports.chart.page import TALLEST
from bot.reports.chart.paper import MARGIN, WIDTH, figure
from tests.house import LIBRARY
from tests.reports.dossiers import ACCENTED, ACTIVITIES, CLOSED, huge, ordinary
from tests.reports.test_chart import EMPTY, RUNNING, page, words
from tests.reports.values import VOICES

DOSSIERS = {
    "ordinary": ordinary(),
    "running": RUNNING,
    "empty": EMPTY,
    "huge, small numbers": huge(9),
    "huge": huge(),
    "huge and closed": replace(huge(), status=CLOSED),
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("of", DOSSIERS.values(), ids=DOSSIERS)
def test_nothing_overlaps_and_nothing_leaves_the_paper(of: Dossier, language: str) -> None:
    drawing = figure(page(of, language))
    written, shapes = _written(drawing), _shapes(drawing)
    assert len(written) > 5
    paper = drawing.bbox
    for said, place in written:
        assert MARGIN - 2 <= place.x0 < place.x1 <= WIDTH - MARGIN + 2, said
        assert paper.y0 <= place.y0 < place.y1 <= paper.y1, said
    for (one, here), (other, there) in combinations(written, 2):
        assert not _touch(here, there), (one, other)
    for place in shapes:
        assert paper.x0 <= place.x0 <= place.x1 <= paper.x1
        assert not [said for said, here in written if _touch(here, place)]


def _written(drawing: Figure) -> list[tuple[str, Bbox]]:
    """Return all words as they are drawn, each with the ink's own box."""
    drawing.draw_without_rendering()
    return [
        (one.get_text(), one.get_window_extent())
        for one in drawing.findobj(Letters)
        if isinstance(one, Letters) and one.get_text()
    ]


def _shapes(drawing: Figure) -> list[Bbox]:
    return [one.get_window_extent() for one in drawing.findobj(Polygon) if isinstance(one, Polygon)]


def _touch(one: Bbox, other: Bbox) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    along = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > 0.5 and along > 0.5)


@pytest.mark.parametrize("of", DOSSIERS.values(), ids=DOSSIERS)
def test_the_same_dossier_is_the_same_file_and_it_fits_a_phone(of: Dossier) -> None:
    say = VOICES.voice("vi").say
    data = chart(of, ACTIVITIES, say)
    assert data == chart(of, ACTIVITIES, say)
    width, height = struct.unpack(">II", data[16:24])
    assert width == 1080
    assert 400 <= height <= TALLEST
    # Nothing of when, where or with what it was made.
    assert {name for name, __ in _chunks(data)} <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + length]
        at += length + 12


def test_every_word_that_can_stand_in_it_has_all_its_letters() -> None:
    titles = [one.title for one in ACTIVITIES.values()]
    titles += [one.title for one in LIBRARY.catalogue.indicators.values()]
    said = [one.of(language) for one in titles for language in ("vi", "en")]
    said += [one for of in DOSSIERS.values() for lang in ("vi", "en") for one in words(of, lang)]
    letters = set("".join([*said, ACCENTED]))
    assert {sign for sign in letters if ord(sign) not in known()} == set()
    assert set(ACCENTED) <= letters
    # Each vowel of Vietnamese with each of its tones.
    vowels = [
        f"{vowel}{tone}" for vowel in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323"
    ]
    assert all(ord(unicodedata.normalize("NFC", one)) in known() for one in vowels)
    assert all(ord(unicodedata.normalize("NFC", one.upper())) in known() for one in vowels)


def test_accents_are_put_on_their_letters_and_what_no_font_has_shows() -> None:
    assert clean(unicodedata.normalize("NFD", "Xã  Gò\nĐá Ợ")) == "Xã Gò Đá Ợ"
    assert clean("Xã 村 $x_1$") == "Xã ? $x_1$"


def test_lines_are_cut_between_words_and_the_last_one_shows_that_there_is_more() -> None:
    of = Type(40)
    rows = wrapped("một hai ba bốn năm sáu bảy tám chín mười " * 5, of, 500, 2)
    assert len(rows) == 2
    assert rows[0] == "một hai ba bốn năm sáu"
    assert rows[1].endswith("…")
    assert all(400 < wide(row, of) <= 500 for row in rows)
    assert wrapped("A" * 99, of, 500, 2)[0].endswith("A…")


def test_what_draws_is_not_loaded_by_whoever_does_not_draw() -> None:
    _run(
        "import sys, bot.__main__, bot.app, bot.reports.chart\n"
        "assert not [one for one in sys.modules if 'matplotlib' in one]\n"
    )


def test_drawing_leaves_nothing_behind_that_is_shared() -> None:
    _run(
        "import sys\n"
        "from bot.reports.chart.paper import Block, png\n"
        "assert png(Block(9))\n"
        "assert 'matplotlib.figure' in sys.modules\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)
