"""A turn: what a step may see, before anything of this very message is in the ledger."""

from datetime import date

import pytest

from bot.dialogue.sums import this_week
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, LanguageChosen
from bot.domain.people import Person, Role
from bot.domain.places import Place
from tests.dialogue.talk import AT, Talk

TODAY = AT.date()
CROSSING = AssistanceGiven("crossing", 11, TODAY)


def test_a_fact_is_signed_with_who_and_where() -> None:
    lancelot = Person(
        5, "Lancelot", "Sir", Role.MEMBER, Place(1, "Camelot"), Place(2, "Swamp"), Place(3, "Guard")
    )
    entry = Talk(person=lancelot).turn().record(CROSSING)
    assert entry == Entry(entry.code, AT, CROSSING, member=5, commune=1, village=2, team=3)


def test_a_strangers_fact_is_nobodys() -> None:
    chosen = LanguageChosen("en")
    entry = Talk(person=None).turn().record(chosen)
    assert entry == Entry(entry.code, AT, chosen)


def test_the_facts_of_a_message_have_codes_of_their_own() -> None:
    turn = Talk().turn()
    codes = [turn.record(CROSSING).code for _nth in range(16)]
    assert len(set(codes)) == 16
    again = Talk().turn()
    assert [again.record(CROSSING).code for _nth in range(16)] == codes


def test_a_stranger_is_no_member() -> None:
    turn = Talk(person=None).turn()
    assert turn.role is Role.STRANGER
    with pytest.raises(LookupError):
        _ = turn.member


async def test_an_entry_is_found_until_it_is_taken_back() -> None:
    talk = Talk()
    before = talk.turn().record(AssistanceGiven("crossing", 1, TODAY))
    talk.records.all.append(before)
    talk.turns += 1
    turn = talk.turn()
    turn.record(LanguageChosen("en"))
    now = turn.record(CROSSING)
    assert [await turn.find(one.code) for one in (before, now)] == [before, now]
    assert await turn.find("spam") is None
    turn.record(AssistanceVoided(now))
    turn.record(AssistanceVoided(before))
    assert [await turn.find(one.code) for one in (before, now)] == [None, None]


async def test_this_week_counts_the_ledger_and_this_turn() -> None:
    talk = Talk()
    before = talk.turn().record(AssistanceGiven("crossing", 2, TODAY))
    talk.records.all.append(before)
    talk.turns += 1
    turn = talk.turn()
    assert await this_week(turn, "crossing") == 2
    turn.record(CROSSING)
    turn.record(AssistanceGiven("crossing", 100, date(2026, 11, 15)))
    turn.record(AssistanceGiven("shrubbery", 1000, TODAY))
    turn.record(LanguageChosen("en"))
    assert await this_week(turn, "crossing") == 13
    turn.record(AssistanceVoided(before))
    assert await this_week(turn, "crossing") == 11
    assert await this_week(turn, "shrubbery") == 1000
    assert await this_week(turn, "larch") == 0
