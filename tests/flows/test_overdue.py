"""Guides past their day of review: the official hears of them, once they are, and nobody else."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.domain.clock import VIET_NAM
from tests.chat import Chat
from tests.house import LIBRARY, House

# The last day on which no guide of the library is overdue; the next one has some.
LAST = min(guide.review_by for guide in LIBRARY.guides.values())
DUE = [guide for guide in LIBRARY.guides.values() if guide.review_by == LAST]
SAID = f"Có {len(DUE)} bài hướng dẫn đã quá ngày xem lại"


def _on(house: House, day: date) -> None:
    house.clock.move(datetime.combine(day, time(9), VIET_NAM))


async def test_the_official_hears_of_them_at_home_when_they_are_overdue(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    _on(official.house, LAST)
    assert "quá ngày" not in " ".join(await official.say("/start"))
    _on(official.house, LAST + timedelta(days=1))
    assert f"{SAID}: /xemlai" in await official.say("/start")


async def test_who_cannot_do_anything_about_it_hears_nothing(
    chat_as: Callable[[str], Chat],
) -> None:
    for role in ("member", "leader", "stranger"):
        chat = chat_as(role)
        _on(chat.house, LAST + timedelta(days=1))
        assert "quá ngày" not in " ".join(await chat.say("/start"))
        assert SAID not in " ".join(await chat.say("/xemlai"))


async def test_they_are_listed_with_their_day_and_opened(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    _on(official.house, LAST + timedelta(days=1))
    shown = await official.say("/xemlai")
    assert shown[0] == f"{SAID}."
    labels = {guide.id: f"{LAST:%d/%m/%Y}: {guide.title.of('vi')}" for guide in DUE}
    assert {f"  [{label}]" for label in labels.values()} <= set(shown)
    first = min(DUE, key=lambda guide: guide.id)
    assert (await official.say(f"[{labels[first.id]}]"))[0] == first.title.of("vi")
    assert (await official.say("[Quay lại]"))[0] == f"{SAID}."


async def test_the_longest_overdue_comes_first(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    _on(official.house, date(9998, 12, 31))
    shown = await official.say("/xemlai")
    assert shown[0].startswith(f"Có {len(LIBRARY.guides)} bài ")
    days = [line.strip(" [").split(":")[0] for line in shown if line.startswith("  [")]
    assert days[0] == f"{LAST:%d/%m/%Y}"


async def test_where_none_is_overdue_that_is_said(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    _on(official.house, LAST)
    await official.follow("""
        > /xemlai
        Không có bài hướng dẫn nào quá ngày xem lại.
          (Menu)
    """)
    # It is finished: what is typed next is read as if it was said at home.
    assert (await official.say("quên mật khẩu vneid"))[0] == "Quên mật khẩu VNeID"
