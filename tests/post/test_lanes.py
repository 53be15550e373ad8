"""Lanes: whoever steps aside gives others the place, and takes one again behind it."""

import asyncio

from bot.domain.chat import Address
from bot.lanes import Lanes

SLOW, QUICK = Address("terminal", "slow"), Address("terminal", "quick")


async def test_who_steps_aside_holds_nobody_up() -> None:
    told: list[str] = []
    answered = asyncio.Event()

    async def work(address: Address) -> None:
        if address == QUICK:
            told.append("quick")
            answered.set()
            return
        async with lanes.aside():
            await answered.wait()
        told.append("slow")

    lanes = Lanes(work, width=1)
    async with asyncio.timeout(5):
        lanes.wake(SLOW)
        lanes.wake(QUICK)
        await lanes.idle()
    assert told == ["quick", "slow"]


async def test_there_are_never_more_at_work_than_places() -> None:
    at_work: set[Address] = set()
    most = 0

    async def work(address: Address) -> None:
        nonlocal most
        async with lanes.aside():
            await asyncio.sleep(0)
        at_work.add(address)
        most = max(most, len(at_work))
        for _turn in range(3):
            await asyncio.sleep(0)
        at_work.discard(address)

    lanes = Lanes(work, width=2)
    for nth in range(20):
        lanes.wake(Address("terminal", str(nth)))
    await lanes.idle()
    assert most == 2
