"""Which lines of a report belong together: hard-wrapped paragraphs, list items, table rows."""

from bot.reading.draft.layout.cells import Group, celled, cells, stacked
from bot.reading.draft.layout.wrapped import Wrapped

_LINES = 300  # lines of one paragraph


def groups(lines: list[str], gaps: list[int]) -> list[Group]:
    """Join lines; `lines` are stripped and not empty, `gaps` the empty lines above each."""
    wrapped = Wrapped(lines, gaps)
    done: list[Group] = []
    at = 0
    while at < len(lines):
        if celled(lines[at]):
            done.append(Group((at,), cells(lines[at])))
            at += 1
            continue
        rows = stacked(lines, at)
        if rows:
            done += rows
            at = rows[-1].lines[-1] + 1
            continue
        here = [at]
        at += 1
        while at < len(lines) and len(here) < _LINES and wrapped.continues(here[-1], at):
            here.append(at)
            at += 1
            if wrapped.page_number(here[-1], at):
                at += 1
        done.append(Group(tuple(here)))
    return done
