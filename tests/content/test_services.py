"""The essential public services as shipped: none invented, none lost, each with a source."""

import tomllib
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import Any

from bot.domain.guides import Confidence
from bot.reports.services import told
from bot.voices import Voices
from tests.house import CONTENT, LIBRARY

SERVICES = LIBRARY.services
FIRST, LATER = SERVICES.decisions


def _tables(file: str, key: str) -> list[dict[str, Any]]:
    """Read a file past everything that is tested."""
    found: list[dict[str, Any]] = tomllib.loads((CONTENT / file).read_text("utf-8"))[key]
    return found


def test_the_first_decision_is_known_from_1_to_25() -> None:
    assert [one.number for one in SERVICES.under(FIRST)] == list(range(1, 26))
    assert (FIRST.count, SERVICES.unknown(FIRST)) == (25, 0)
    # The order is that of the press, and nobody has looked into the annex.
    assert FIRST.numbering is Confidence.MEDIUM


def test_of_the_later_decision_only_what_has_a_source_is_listed_and_without_numbers() -> None:
    assert [one.number for one in SERVICES.under(LATER)] == [None, None, None]
    assert (LATER.count, SERVICES.unknown(LATER)) == (28, 25)
    assert {one.confidence for one in SERVICES.under(LATER)} == {Confidence.MEDIUM}


def test_every_service_of_the_file_is_on_the_shelf_as_it_is_written() -> None:
    owners = {one["id"]: one["title"] for one in _tables("services.toml", "owners")}
    sources = {one["id"]: (one["url"], one["date"]) for one in _tables("services.toml", "sources")}
    written = [
        (
            *(one["id"], one["name"], one["title"], owners[one["owner"]], one["office"]),
            *(one["online"], one["codes"], one["guides"]),
            [sources[name] for name in one["sources"]],
        )
        for one in _tables("services.toml", "services")
    ]
    shelved = [
        (
            *(one.id, *(dict(words.by_language) for words in (one.name, one.title, one.owner))),
            *(dict(one.office.by_language), [way.value for way in one.online]),
            *(list(one.codes), list(one.guides)),
            [(source.url, source.date) for source in one.sources],
        )
        for one in SERVICES
    ]
    assert shelved == written


def test_every_owner_and_every_source_belongs_to_a_service() -> None:
    services = _tables("services.toml", "services")
    assert {one["id"] for one in _tables("services.toml", "owners")} == {
        one["owner"] for one in services
    }
    assert {one["id"] for one in _tables("services.toml", "sources")} == {
        source for one in services for source in one["sources"]
    }


def test_a_service_can_be_told_from_every_other_by_its_button() -> None:
    for language in ("vi", "en"):
        titles = Counter(
            one.title.of(language)
            for decision in SERVICES.decisions
            for one in SERVICES.under(decision)
        )
        assert [title for title, times in titles.items() if times > 1] == []
        assert all(unicodedata.is_normalized("NFC", title) for title in titles)


def test_services_are_found_by_their_id_and_by_each_of_their_guides() -> None:
    cards = SERVICES.named("can-cuoc-cap-lai-doi")
    assert cards
    for name in (cards.id, "can-cuoc-tu-14", "can-cuoc-mat-hong"):
        assert SERVICES.behind(name) == (cards,)
    assert [one.id for one in SERVICES.behind("dvc-bhyt-ho-gia-dinh")] == [
        *("dvc-bhyt-ho-gia-dinh", "bhxh-bhyt-tham-gia")
    ]
    assert SERVICES.behind("vneid-cai-dat") == ()
    assert SERVICES.named("dvc-nowhere") is None
    assert SERVICES.decision(LATER.id) is LATER
    assert SERVICES.decision("nowhere") is None


def test_what_records_name_is_a_guide_or_a_service() -> None:
    named = {one["id"] for one in _tables("entries.toml", "services")}
    named |= {one["service"] for one in _tables("entries.toml", "deeds") if "service" in one}
    assert len(named) > 60
    assert named <= set(LIBRARY.guides) | {one.id for one in SERVICES}


def test_what_is_missing_says_whose_task_it_is() -> None:
    assert [one.decision for one in SERVICES.missing] == [LATER.id]
    for language in ("vi", "en"):
        assert "422/QĐ-TTg" in SERVICES.missing[0].who.of(language)


def test_a_number_is_said_with_reserve_until_it_is_sure() -> None:
    service = SERVICES.named("dvc-dang-ky-ket-hon")
    assert service
    sure = replace(SERVICES, decisions=(replace(FIRST, numbering=Confidence.HIGH), LATER))
    title = FIRST.title.of("en")
    voice = Voices(CONTENT / "words").voice("en")
    assert [voice.say(told(service, one)).splitlines()[1] for one in (SERVICES, sure)] == [
        f"Number 11, as the press counts, of the 25 essential services of {title}.",
        f"Number 11 of the 25 essential services of {title}.",
    ]
