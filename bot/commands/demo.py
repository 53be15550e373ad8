"""The demo commune: five villages, their teams, one person for each role, four weeks of work."""

import random
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM, Clock, local_day
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, FigureGiven
from bot.domain.people import Person, Role
from bot.domain.periods import period, week
from bot.domain.places import PlaceKind
from bot.store import chats, facts, roster
from bot.store.db import Database, Tx
from bot.store.roster import NewPlace

# Whom `toso chat --as` can be.
ROLES = ("member", "leader", "official", "outsider", "viewer")
_WEEKS = 4
# How often each kind of help occurs in a village, roughly.
_LIKELY = {
    "vneid_kich_hoat": 20, "vneid_khac": 12, "dvc_huong_dan": 14, "dvc_nop_ho_so": 12,
    "can_cuoc_van_dong": 7, "tai_khoan_thanh_toan": 6, "an_sinh_tai_khoan": 4,
    "qr_ho_kinh_doanh": 3, "chu_ky_so": 3, "suc_khoe_bao_hiem": 6, "tmdt_gian_hang": 1,
    "app_cai_dat": 4, "ky_nang_so": 5, "an_toan_so": 7, "tuyen_truyen": 2, "phan_anh": 2,
}  # fmt: skip


async def make(database: Database, content: Path, clock: Clock) -> bool:
    """Make the demo commune; False where there are communes already. One transaction."""
    plan = tomllib.loads((content / "demo.toml").read_text(encoding="utf-8"))
    async with database.write() as tx:
        if await roster.communes(tx):
            return False
        await _Demo(tx, clock.now()).make(plan)
    return True


class _Demo:
    def __init__(self, tx: Tx, now: datetime) -> None:
        self._tx = tx
        self._now = now
        self._since = local_day(now) - timedelta(days=365)
        # The same demo on the same day, everywhere.
        self._chance = random.Random(f"toso {local_day(now)}")  # noqa: S311 - no secret is made
        self._made = 0

    async def make(self, plan: dict[str, Any]) -> None:
        commune = await self._place(PlaceKind.COMMUNE, plan["commune"], None)
        villages = {
            name: await self._place(PlaceKind.VILLAGE, name, commune) for name in plan["villages"]
        }
        teams = [
            await self._team(villages[team["village"]], team["village"], team)
            for team in plan["teams"]
        ]
        official = await self._person(plan["official"]["name"], Role.OFFICIAL, commune)
        outside = plan["outsider"]
        elsewhere = await self._place(PlaceKind.COMMUNE, outside["commune"], None)
        village = await self._place(PlaceKind.VILLAGE, outside["village"], elsewhere)
        outsiders = await self._team(village, outside["village"], outside)
        for people in (*teams, outsiders):
            for person in people:
                await self._work(person)
        await self._figures(plan["figures"], official)
        leader, member = teams[0][0], teams[0][1]
        viewer = await self._person(plan["viewer"]["name"], Role.VIEWER, commune)
        acting = dict(zip(ROLES, (member, leader, official, outsiders[1], viewer), strict=True))
        for role, person in acting.items():
            await chats.bind(self._tx, Address("terminal", role), person.id)

    async def _place(self, kind: PlaceKind, name: str, parent: int | None) -> int:
        return await roster.add_place(
            self._tx, NewPlace(kind, name, parent, self._since, demo=True)
        )

    async def _team(self, village: int, name: str, plan: dict[str, Any]) -> list[Person]:
        """Make a village's team; those waiting are on the roster and have yet to join."""
        team = await self._place(PlaceKind.TEAM, f"Tổ {name}", village)
        for waiting in plan.get("waiting", ()):
            title, __, who = waiting.partition(" ")
            await roster.add_person(self._tx, title=title, name=who, role=Role.MEMBER, place=team)
        charges = {plan["people"][0]: Role.LEADER, plan.get("deputy"): Role.DEPUTY}
        return [
            await self._person(who, charges.get(who, Role.MEMBER), team) for who in plan["people"]
        ]

    async def _person(self, called: str, role: Role, place: int) -> Person:
        title, __, name = called.partition(" ")
        number = await roster.add_person(
            self._tx, title=title, name=name, role=role, place=place, consented_at=self._now
        )
        return await roster.person(self._tx, number)

    async def _work(self, person: Person) -> None:
        """Record four weeks and the days of this one; a slip now and then is taken back."""
        for day in self._days():
            if self._chance.random() > (0.35 if day.weekday() < 5 else 0.55):
                continue
            activity = self._chance.choices(list(_LIKELY), list(_LIKELY.values()))[0]
            most = 1 if activity in {"tuyen_truyen", "tmdt_gian_hang"} else 5
            given = AssistanceGiven(activity, self._chance.randint(1, most), day)
            entry = self._entry(person, given, day)
            await facts.add(self._tx, entry, None)
            if self._chance.random() < 0.03:
                await facts.add(self._tx, self._entry(person, AssistanceVoided(entry), day), None)

    def _days(self) -> Iterator[date]:
        today = local_day(self._now)
        first = week(today).start - timedelta(weeks=_WEEKS)
        return (first + timedelta(days=nth) for nth in range((today - first).days + 1))

    async def _figures(self, plan: list[dict[str, Any]], official: Person) -> None:
        """Give stocks of the end of the last whole quarter, and flows of the last whole month."""
        today = local_day(self._now)
        quarter = period(f"{today.year}-Q{(today.month + 2) // 3}").start - timedelta(days=1)
        month = today.replace(day=1) - timedelta(days=1)
        for figure in plan:
            flow, years = figure.get("flow", False), figure.get("years_old", 0)
            given = FigureGiven(
                name=figure["name"],
                value=Decimal(figure["value"]),
                unit=figure["unit"],
                as_of=month if flow else quarter.replace(year=quarter.year - years),
                giver="số liệu mẫu",
                since=month.replace(day=1) if flow else None,
            )
            await facts.add(self._tx, self._entry(official, given, today), None)

    def _entry(
        self,
        person: Person,
        fact: AssistanceGiven | AssistanceVoided | FigureGiven,
        day: date,
    ) -> Entry:
        """Sign a fact; codes of the demo hold 0 or 1, which codes of messages never do."""
        self._made += 1
        said = datetime.combine(day, time(18), VIET_NAM).astimezone(UTC)
        return Entry(
            code=f"M0{self._made:04d}",
            at=min(said, self._now),
            fact=fact,
            member=person.id,
            commune=person.commune.id,
            village=person.village.id if person.village else None,
            team=person.team.id if person.team else None,
        )
