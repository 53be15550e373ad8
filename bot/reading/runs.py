"""Tells the long number in a row of digit groups from the counts that stand beside it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.reading.shapes import GROUP

# From so many digits on a number is somebody's; figures so long have points and a unit.
_LONG = 8
_LONG_IN_GROUPS = 9
# Numbers of cards and the number of the national identity card, the old one last.
_LENGTHS = (16, 12, 9)
# Nobody gives so many counts in a row.
_MANY_GROUPS = 40


def spans(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of what is somebody's number in a run of groups with signs between them.

    1. A group of 8 digits or more, with longer groups right beside it ("0900000 00000").
    2. Groups of three digits or more, 9 in all: "001 099 000 001"; a count beside it stays.
    3. Groups with one and the same sign between them that make up 9, 12 or 16 digits.
    """
    digits = sum(sign.isdigit() for sign in run[0])
    if digits < _LONG:
        return
    groups = [found.span() for found in GROUP.finditer(run.string, *run.span())]
    sizes = [end - start for start, end in groups]
    if len(groups) > _MANY_GROUPS and digits > len(groups) * 3 // 4 and max(sizes) < 3:
        yield run.span()
        return
    for first, last in _taken(run.string, groups, sizes):
        yield groups[first][0], groups[last][1]


def _taken(text: str, groups: list[tuple[int, int]], sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last group of each number."""
    last = -1
    start = 0
    while start < len(groups):
        end = start
        while end < len(groups) and sizes[end] >= 3:
            end += 1
        if end > start:
            # Groups of three digits or more: all of them, where they are long enough together.
            total = sum(sizes[start:end])
            if total >= _LONG_IN_GROUPS or max(sizes[start:end]) >= _LONG:
                yield start, end - 1
                last = end - 1
            start = end
        else:
            start += 1
    if last < 0:
        yield from _even(text, groups, sizes)


def _even(text: str, groups: list[tuple[int, int]], sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Yield numbers of a usual length whose groups have the same sign between them."""
    gaps = [text[one[1] : other[0]] for one, other in pairwise(groups)]
    start = 0
    while start < len(groups):
        found = None
        for length in _LENGTHS:
            end, total = start, sizes[start]
            while total < length and end + 1 < len(groups) and gaps[end] == gaps[start]:
                end += 1
                total += sizes[end]
            if total == length and end > start and _whole(sizes[start : end + 1]):
                found = end
                break
        if found is None:
            start += 1
        else:
            yield start, found
            start = found + 1


def _whole(sizes: list[int]) -> bool:
    """Tell whether groups look like one number: all single, all in twos, or a long one in it."""
    return max(sizes) >= 3 or max(sizes) == 1 or all(size == 2 for size in sizes[:-1])
