"""List marks and heading numbers, and their ranks."""

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"[*#_ ]{0,8}(?:"
    r"(?P<part>(?:Mục|Phần|Chương|MỤC|PHẦN|CHƯƠNG) (?:\d{1,2}|[IVX]{1,4}|thứ \w+)[.:])(?=\s)|"
    r"(?P<roman>[IVX]{1,6}\.)(?=\s)|(?P<capital>[A-H]\.)(?=\s)"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s+[^\W\d_])|(?P<number>\d{1,2}\.)(?=\s*[^\W\d_])"
    r"|(?P<stroke>\d{1,2}[/-])(?=\s+[^\W\d_a-z])"
    r"|(?P<letter>[a-zđ][.)]|\(?\d{1,2}\))(?=\s)|(?P<star>\*)(?=\s*[^\W\d_*])"
    r"|(?P<dash>[-–—])(?=\s|[^\W\d_])|(?P<plus>\+)|(?P<dot>[•●◦▪·○])|(?P<o>[o])(?=\s[^\W\d_])"
    r")[*#_]{0,4}\s*"
)
_KINDS = {"part": "capital", "o": "dot", "stroke": "number"}
_RANKS = ("capital", "roman", "number", "deep", "letter", "plain", "star", "dash", "plus", "dot")
PLAIN = _RANKS.index("plain")
NUMBERED = _RANKS.index("deep")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,40}>|\*{1,3}|^#{1,6} ")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: its rank among list marks (0 the highest), its words, its length."""

    rank: int
    words: str
    end: int


def marked(line: str) -> Mark | None:
    """Return the list mark or heading number at the start of a line."""
    found = _MARK.match(line)
    if not found or not found.lastgroup:
        return None
    kind = _KINDS.get(found.lastgroup, found.lastgroup)
    rank = _RANKS.index(kind)
    if kind == "deep":
        # "1.1." is below "1." and above "1.1.1."; never below "a)".
        rank = _RANKS.index("number") + min(found["deep"].strip(".").count("."), 1)
    return Mark(rank, found[found.lastgroup], found.end())


def bare(words: str) -> str:
    """Return words without the signs of HTML and Markdown."""
    return " ".join(_TAG.sub("", words).split())
