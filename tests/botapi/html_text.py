"""Reads a text as Telegram does: trimmed, its HTML turned into entities, or refused.

Limits count what is left after this, so a strict server cannot do without it.
"""

import re

from .refusal import BadCall, Json

_TAGS = {
    **dict.fromkeys(["b", "strong"], "bold"),
    **dict.fromkeys(["i", "em"], "italic"),
    **dict.fromkeys(["u", "ins"], "underline"),
    **dict.fromkeys(["s", "strike", "del"], "strikethrough"),
    **dict.fromkeys(["a"], "text_link"),
    **dict.fromkeys(["tg-spoiler"], "spoiler"),
    **{name: name for name in ("code", "pre", "blockquote")},
}
# The named entities that Telegram knows; any other stays as it was typed.
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def read(text: str, parse_mode: str | None) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, or raise `BadCall` with tdlib's words."""
    if parse_mode is None:
        return text.strip(), []
    if parse_mode.lower() != "html":
        raise BadCall("Bad Request: this imitation reads HTML only, not", parse_mode)
    plain, entities = _parse(text)
    shift = _units(plain) - _units(plain.lstrip())
    for entity in entities:
        entity["offset"] = max(0, entity["offset"] - shift)
    return plain.strip(), sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _parse(text: str) -> tuple[str, list[Json]]:
    plain = ""
    open_tags: list[tuple[str, Json]] = []
    entities: list[Json] = []
    at = 0
    while (start := text.find("<", at)) >= 0:
        plain += _ENTITY.sub(_decoded, text[at:start])
        where = f"at byte offset {len(text[:start].encode())}"
        tag = _TAG.match(text, start)
        if tag is None:
            raise _unreadable("Unclosed start tag", where)
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        if closing:
            entities += _close(open_tags, name, where, _units(plain))
        else:
            open_tags.append((name, _open(name, attributes, where, _units(plain))))
        at = tag.end()
    plain += _ENTITY.sub(_decoded, text[at:])
    if open_tags:
        raise _unreadable("Can't find end tag corresponding to start tag", f'"{open_tags[-1][0]}"')
    return plain, entities


def _open(name: str, attributes: str, where: str, offset: int) -> Json:
    if name not in _TAGS:
        raise _unreadable("Unsupported start tag", f'"{name}"', where)
    entity: Json = {"type": _TAGS[name], "offset": offset}
    if name == "a" and (href := _HREF.search(attributes)):
        entity["url"] = _ENTITY.sub(_decoded, href[1] or href[2] or "")
    return entity


def _close(open_tags: list[tuple[str, Json]], name: str, where: str, end: int) -> list[Json]:
    if not open_tags:
        raise _unreadable("Unexpected end tag", where)
    expected, entity = open_tags.pop()
    if name != expected:
        raise _unreadable(
            "Unmatched end tag", f'{where}, expected "</{expected}>", found "</{name}>"'
        )
    entity["length"] = end - entity["offset"]
    return [entity] if entity["length"] else []


def _decoded(entity: re.Match[str]) -> str:
    hexadecimal, decimal, name = entity.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else entity[0]


def _units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2


def _unreadable(*why: str) -> BadCall:
    return BadCall("Bad Request: can't parse entities:", *why)
