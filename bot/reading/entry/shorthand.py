"""Writes out what is typed short: "kh" as "kích hoạt", "h.qua" as "hôm qua"."""

from collections.abc import Mapping, Sequence

from bot.reading.entry.vocabulary import Vocabulary
from bot.reading.plain import Word, spell

_MASK = "▒"
# What stands in front of a hidden number and names it.
_LABELS = frozenset(
    {"can", "cuoc", "cong", "dan", "so", "dien", "thoai", "tai", "khoan", "the", "bao", "hiem",
     "y", "te", "otp", "ma", "la", "goi", "lien", "he", "dinh", "danh", ":", "="}
)  # fmt: skip

_LONGEST_LABEL = 6


def written_out(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words with every short form in full.

    What a short form means may hang on the words around it: "bc" is báo cáo at the start and bà
    con elsewhere; "hs" is a pupil where something is taught; "tt" behind "dvc" says nothing.
    """
    full: list[Word] = []
    short = vocabulary.short
    for nth, word in enumerate(words):
        if word.said == _MASK:
            _unlabel(full)
            continue
        if word.said == "." and nth and words[nth - 1].said in {*short, "h"} and word.glued:
            continue
        if not word.is_word:
            full.append(word)
            continue
        for one in _one(words, nth, full, short):
            full += vocabulary.parted(one)
    return full


def _one(
    words: Sequence[Word], nth: int, before: Sequence[Word], short: Mapping[str, Sequence[Word]]
) -> Sequence[Word]:
    said = words[nth].said
    if said == "h" and _next(words, nth) in {"qua", "nay", "kia"}:
        return [spell("hôm")]
    if said == "bc":
        written = ("báo", "cáo") if not before else ("bà", "con")
        return [spell(one) for one in written]
    if said == "hs" and any(word.bare in {"day", "lop", "hoc"} for word in (*before, *words[nth:])):
        return [spell("học"), spell("sinh")]
    if said == "tt" and before and before[-1].bare == "cong":
        return []
    return short.get(said) or [words[nth]]


def _next(words: Sequence[Word], nth: int) -> str:
    following = words[nth + 1 : nth + 3]
    return next((word.bare for word in following if word.is_word), "")


def _unlabel(full: list[Word]) -> None:
    """Drop what names a hidden number ("cccd ▒▒▒"), up to three words; it is no topic.

    The words of a longer label go as long as they are the label's own.
    """
    if not full or full[-1].bare == ",":
        return
    kept = len(full)
    while kept and len(full) - kept < _LONGEST_LABEL and full[kept - 1].bare in _LABELS:
        kept -= 1
    if len(full) - kept == 0 and full[-1].bare == "zalo" and len(full) > 1 and not full[-2].is_word:
        kept -= 1
    if kept < len(full):
        del full[kept:]
        full.append(Word(",", ",", ",", ""))
