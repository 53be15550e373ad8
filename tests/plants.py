"""Invented things of citizens, written in every way people write them, and a hunt for them.

None of the numbers can be anybody's: no card begins with 000, no insurance has the class 0, and
the telephones are all 0900 00. They are made of noughts, ones and nines.
"""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_GAPS = re.compile(rb"[ .\-()~_,/]")
_KEYCAP = "\ufe0f\u20e3"
_NAMES = ("Nguyễn Văn Hư Không", "Trần Thị Bịa Đặt", "Lê Thị Vô Danh", "Phạm Văn Tưởng Tượng")


@dataclass(frozen=True)
class Plant:
    """Something personal as it is typed, and what may be found of it nowhere."""

    typed: str
    needles: tuple[str, ...]


def plants(seed: int) -> Iterator[Plant]:
    """Yield as many as are wanted, each form in its turn, the same for the same seed."""
    chance = random.Random(seed)

    def some(count: int, of: str = "019") -> str:
        # Never one sign only: a row of noughts is in every instant.
        return chance.choice("19") + "".join(chance.choices(of, k=count - 2)) + "1"

    while True:
        phone = f"090000{some(4)}"
        for typed in _phones(phone):
            yield Plant(typed, _digits(phone))
        card = f"000{some(9)}"
        for typed in _grouped(card, (3, 3, 3, 3), (4, 4, 4), (3, 1, 2, 6), (12,)):
            yield Plant(typed, _digits(card))
        old = f"000{some(6)}"
        for typed in _grouped(old, (3, 3, 3), (9,)):
            yield Plant(f"cmnd {typed}", _digits(old))
        account = f"0000{some(chance.randrange(6, 15))}"
        yield Plant(f"stk {account} ngân hàng", _digits(account))
        yield Plant(f"số tài khoản của bà là {account[:4]} {account[4:]}", _digits(account))
        bank = f"0000{some(12)}"
        yield Plant(next(_grouped(bank, (4, 4, 4, 4))), _digits(bank))
        health = f"0{some(12)}"
        yield Plant(f"DN{health}", _digits(health))
        yield Plant(f"thẻ GD {health[0]} {health[1:3]} {health[3:5]} {health[5:9]} {health[9:]}",
                    _digits(health))  # fmt: skip
        yield Plant(f"bhyt {health[1:11]}", _digits(health[1:11]))
        code = some(6, "19")
        for said in ("otp {}", "mã xác thực: {}", "{} là mã otp", "mã là {}", "passcode {}"):
            yield Plant(said.format(code), (code,))
        yield Plant(f"mật khẩu là Hoa@{code}", (code, f"Hoa@{code}"))
        yield Plant(f"khong.ai.{code}@example.com", (f"khong.ai.{code}",))
        yield Plant(f"000.00.16.G21-{code}-0001", (code,))
        name = chance.choice(_NAMES)
        family, called = name.split()[0], " ".join(name.split()[-2:])
        for said in ("ông {} sinh năm 1919", "{} 01/01/1919", "bà {} (sn 1919)"):
            yield Plant(said.format(name), (name, called, f"{family} {called}"))
        yield Plant(f"hộ chiếu C{code}9", (f"C{code}9", f"{code}9"))


def _digits(number: str) -> tuple[str, ...]:
    # A piece of it would be too much as well; with noughts in a row it may be part of an instant.
    piece = number[-8:]
    return (number,) if "000" in piece else (number, piece)


def _phones(phone: str) -> Iterator[str]:
    yield phone
    for gap in (" ", ".", "-"):
        yield gap.join((phone[:4], phone[4:7], phone[7:]))
    yield f"({phone[:3]}) {phone[3:6]} {phone[6:]}"
    yield f"+84 {phone[1:4]} {phone[4:7]} {phone[7:]}"
    yield f"84{phone[1:]}"
    yield "".join(chr(ord(sign) + 0xFEE0) for sign in phone)
    yield "".join(chr(0x660 + int(sign)) for sign in phone)
    yield "".join(sign + _KEYCAP for sign in phone)
    yield "\u200b".join(phone)
    yield "\U0001f600".join((phone[:4], phone[4:7], phone[7:]))
    yield phone.replace("0", "O").replace("1", "l")
    yield f"sđt:{phone}"


def _grouped(number: str, *groupings: tuple[int, ...]) -> Iterator[str]:
    for grouping in groupings:
        for gap in (" ", ".", "-") if len(grouping) > 1 else ("",):
            pieces, rest = [], number
            for size in grouping:
                pieces.append(rest[:size])
                rest = rest[size:]
            yield gap.join(pieces)


def hunt(needles: Iterable[str], *places: str | bytes) -> list[str]:
    """Return what of the needles is found anywhere, as it was typed or with other gaps."""
    raw = [place if isinstance(place, bytes) else place.encode() for place in places]
    hay = b"\n".join([*raw, *(_GAPS.sub(b"", place) for place in raw)])
    return sorted({needle for needle in needles if _forms(needle) & _Found(hay)})


def _forms(needle: str) -> set[bytes]:
    """Return a needle as it may stand in a file: also with its accents apart, or escaped."""
    escaped = needle.encode("unicode_escape").replace(b"\\x", b"\\u00")
    apart = unicodedata.normalize("NFD", needle)
    return {needle.encode(), apart.encode(), escaped}


class _Found:
    """The set of everything that is in some bytes."""

    def __init__(self, hay: bytes) -> None:
        self._hay = hay

    def __rand__(self, wanted: set[bytes]) -> set[bytes]:
        return {one for one in wanted if one in self._hay}
