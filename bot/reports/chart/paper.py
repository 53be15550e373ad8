"""The paper of a picture: letters, boxes and arrows in dots from its upper left corner."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from matplotlib.text import Text as Letters
from matplotlib.transforms import IdentityTransform

from bot.reports.chart.letters import DPI, Type, clean, font, wide, wrapped

WIDTH = 1080
MARGIN = 40
INNER = WIDTH - 2 * MARGIN
INK, GREY = "#111111", "#4a4a4a"
# Of a size: how far its letters stand above their line, and from one line to the next.
_ABOVE, _LEADING = 0.98, 1.33


@dataclass(frozen=True, slots=True)
class Word:
    """Words on one line; `y` is the line they stand on, `align` left, center or right of `x`."""

    x: float
    y: float
    said: str
    type: Type
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled surface by its corners."""

    corners: tuple[tuple[float, float], ...]
    colour: str


Mark: TypeAlias = Word | Shape


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that belong together, as from the upper edge of their own, and how high they are."""

    height: float
    marks: tuple[Mark, ...] = ()


def box(x: float, y: float, width: float, height: float, colour: str) -> Shape:
    """Return a filled box by its upper left corner."""
    right, below = x + width, y + height
    return Shape(((x, y), (right, y), (right, below), (x, below)), colour)


def moved(mark: Mark, down: float) -> Mark:
    """Return a mark further down."""
    if isinstance(mark, Word):
        return replace(mark, y=mark.y + down)
    return replace(mark, corners=tuple((x, y + down) for x, y in mark.corners))


def stacked(blocks: Iterable[Block]) -> Block:
    """Put blocks one below the other."""
    height, marks = 0.0, []
    for block in blocks:
        marks += [moved(mark, height) for mark in block.marks]
        height += block.height
    return Block(height, tuple(marks))


def gap(height: float) -> Block:
    """Return an empty block."""
    return Block(height)


def paragraph(said: str, of: Type, *, most: int = 2, width: float = INNER) -> Block:
    """Return words on at most so many lines; what does not fit ends in "…"."""
    rows = wrapped(clean(said), of, width, most)
    step = of.size * _LEADING
    return Block(
        step * len(rows),
        tuple(Word(MARGIN, step * nth + of.size * _ABOVE, row, of) for nth, row in enumerate(rows)),
    )


def row(left: str, of: Type, right: str, other: Type) -> Block:
    """Return two things on one line, at either end; below each other where they do not fit."""
    left, right = clean(left), clean(right)
    if wide(left, of) + wide(right, other) + of.size > INNER:
        return stacked((paragraph(left, of), paragraph(right, other)))
    at = max(of.size, other.size) * _ABOVE
    height = max(of.size, other.size) * _LEADING
    return Block(
        height,
        (Word(MARGIN, at, left, of), Word(WIDTH - MARGIN, at, right, other, align="right")),
    )


def figure(page: Block) -> Figure:
    """Return a page with everything on it, as high as it is."""
    height = round(page.height)
    drawing = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor="white")
    FigureCanvasAgg(drawing)
    for mark in page.marks:
        drawing.add_artist(_artist(mark, height))
    return drawing


def png(page: Block) -> bytes:
    """Return a page as a file; nothing in it tells when or with what it was made."""
    written = io.BytesIO()
    figure(page).savefig(
        written, format="png", dpi=DPI, facecolor="white", metadata={"Software": None}
    )
    return written.getvalue()


def _artist(mark: Mark, height: int) -> Artist:
    """Return what is drawn for a mark: the library counts from the lower edge."""
    if isinstance(mark, Word):
        return Letters(
            mark.x, height - mark.y, mark.said, color=mark.type.colour,
            horizontalalignment=mark.align, verticalalignment="baseline",
            fontproperties=font(mark.type), parse_math=False, transform=IdentityTransform(),
        )  # fmt: skip
    corners = [(x, height - y) for x, y in mark.corners]
    return Polygon(corners, closed=True, facecolor=mark.colour, edgecolor="none",
                   transform=IdentityTransform())  # fmt: skip
