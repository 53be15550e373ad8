"""How cells look: as plain values, so that alike ones share one format of the file."""

from dataclasses import dataclass

# The typeface that Decree 30/2020/NĐ-CP asks of an office's papers.
TYPEFACE = "Times New Roman"

_HEAD_FILL, _GROUP_FILL, _MARK_FILL = "#DCE6F1", "#EEF3F8", "#FFF2CC"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a cell; `number`: its number format, in the notation of en-US.

    `quoted`: what stands there stays words also when somebody edits the cell.
    """

    number: str = ""
    bold: bool = False
    italic: bool = False
    fill: str = ""
    color: str = ""
    align: str = "left"
    size: int = 11
    border: bool = True
    quoted: bool = False

    @property
    def indented(self) -> bool:
        """Tell whether there is a space before the words."""
        return self.border and self.align == "left"

    def properties(self) -> dict[str, object]:
        """Return what XlsxWriter calls them."""
        told: dict[str, object] = {
            "font_name": TYPEFACE,
            "font_size": self.size,
            "align": self.align,
            "valign": "vcenter",
            "text_wrap": not self.number,
            # Words must not touch the number before them.
            "indent": int(self.indented),
        }
        optional: dict[str, object] = {
            "num_format": self.number,
            "bold": self.bold,
            "italic": self.italic,
            "bg_color": self.fill,
            "font_color": self.color,
            "quote_prefix": self.quoted,
        }
        if self.border:
            told |= {"border": 1, "border_color": "#A6A6A6"}
        return told | {name: value for name, value in optional.items() if value}


WORDS = Style()
CENTRED = Style(align="center")
MARKED = Style(fill=_MARK_FILL)
SOFT_CELL = Style(italic=True, align="center")
HEAD = Style(bold=True, fill=_HEAD_FILL, align="center")
GROUP = Style(bold=True, fill=_GROUP_FILL)
LABEL = Style(bold=True)
COUNT = Style(number="#,##0", align="right")
# Of somebody who reported, none of one activity is a true zero; a dash keeps the table quiet.
COUNT_OR_DASH = Style(number='#,##0;-#,##0;"–"', align="right")
CHANGE = Style(number="+#,##0;-#,##0;0", align="right", italic=True)
SUM = Style(number="#,##0", align="right", bold=True, fill=_GROUP_FILL)
SHARE = Style(number="0.00%", align="right")
DAY = Style(number="dd/mm/yyyy", align="center")
LEFT_DAY = Style(number="dd/mm/yyyy")
LEFT_COUNT = Style(number="#,##0")
PLAIN = Style(border=False)
TITLE = Style(border=False, bold=True, size=14)
STRONG = Style(border=False, bold=True)
SOFT = Style(border=False, italic=True)
WARNING = Style(border=False, bold=True, color="#C00000")


def of_unit(unit: str) -> Style:
    """Return the look of a count that shows its unit and stays a number."""
    return Style(number=f'#,##0" {_quoted(unit)}"', align="right")


def share(decimals: int, *, marked: bool = False) -> Style:
    """Return the look of a share in percent with so many decimals."""
    return Style(number=f"{_fixed(decimals)}%", align="right", fill=_MARK_FILL if marked else "")


def number(decimals: int, before: str = "", after: str = "", *, signed: bool = False) -> Style:
    """Return the look of a number that is no count, with words before and behind it."""
    start, end = (f'"{_quoted(words)}"' if words else "" for words in (before, after))
    one = f"{start}{_fixed(decimals)}{end}"
    return Style(number=f"+{one};-{one};{one}" if signed else one, align="right")


def at_least(decimals: int, *, above: bool, percent: bool) -> Style:
    """Return the look of a target, which says whether it must be more than that."""
    sign = ">" if above else "≥"
    return Style(number=f'"{sign} "{_fixed(decimals)}{"%" if percent else ""}', align="right")


def _fixed(decimals: int) -> str:
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _quoted(words: str) -> str:
    """Return words as they may stand between quotation marks of a number format."""
    return words.replace('"', "”").replace("\\", "/")
