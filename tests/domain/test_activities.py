"""Every unit is said in both languages, one and many, and never left out."""

import pytest

from bot.domain.activities import Activity, Field, entitled
from bot.domain.text import Words
from bot.domain.units import Unit, comparable, counted, units
from bot.voices import Voices
from tests.house import CONTENT

_SAID = {
    Unit.TIME: ("lượt", "times", "1 lượt", "3 lượt", "1 time", "3 times"),
    Unit.PERSON: ("người", "people", "1 người", "3 người", "1 person", "3 people"),
    Unit.HOUSEHOLD: ("hộ", "households", "1 hộ", "3 hộ", "1 household", "3 households"),
    Unit.DOSSIER: ("hồ sơ", "dossiers", "1 hồ sơ", "3 hồ sơ", "1 dossier", "3 dossiers"),
    Unit.ACCOUNT: (
        "tài khoản", "accounts", "1 tài khoản", "3 tài khoản", "1 account", "3 accounts",
    ),
    Unit.SESSION: ("buổi", "sessions", "1 buổi", "3 buổi", "1 session", "3 sessions"),
    Unit.STALL: ("gian hàng", "stalls", "1 gian hàng", "3 gian hàng", "1 stall", "3 stalls"),
    Unit.CARD: (
        "thẻ", "cards", "1 thẻ", "3 thẻ", "1 card", "3 cards",
    ),
    Unit.CERTIFICATE: (
        "chứng thư số", "certificates", "1 chứng thư số", "3 chứng thư số",
        "1 certificate", "3 certificates",
    ),
    Unit.MAILBOX: (
        "hộp thư", "mailboxes", "1 hộp thư", "3 hộp thư", "1 mailbox", "3 mailboxes",
    ),
    Unit.SUBSCRIPTION: (
        "thuê bao", "subscriptions", "1 thuê bao", "3 thuê bao",
        "1 subscription", "3 subscriptions",
    ),
    Unit.DOCUMENT: (
        "văn bản", "documents", "1 văn bản", "3 văn bản", "1 document", "3 documents",
    ),
    Unit.PROCEDURE: (
        "thủ tục", "procedures", "1 thủ tục", "3 thủ tục", "1 procedure", "3 procedures",
    ),
    Unit.PAYMENT: (
        "giao dịch", "payments", "1 giao dịch", "3 giao dịch", "1 payment", "3 payments",
    ),
    Unit.FORM: (
        "phiếu", "forms", "1 phiếu", "3 phiếu", "1 form", "3 forms",
    ),
    Unit.FEEDBACK: (
        "phản ánh", "complaints", "1 phản ánh", "3 phản ánh", "1 complaint", "3 complaints",
    ),
    Unit.VILLAGE: (
        "thôn", "villages", "1 thôn", "3 thôn", "1 village", "3 villages",
    ),
    Unit.TEAM: (
        "tổ", "teams", "1 tổ", "3 tổ", "1 team", "3 teams",
    ),
    Unit.COMPUTER: (
        "máy tính", "computers", "1 máy tính", "3 máy tính", "1 computer", "3 computers",
    ),
    Unit.POINT: (
        "điểm", "service points", "1 điểm", "3 điểm", "1 service point", "3 service points",
    ),
    Unit.POST: ("tin bài", "posts", "1 tin bài", "3 tin bài", "1 post", "3 posts"),
    Unit.PHOTO: ("ảnh", "photos", "1 ảnh", "3 ảnh", "1 photo", "3 photos"),
    Unit.DONG: ("đồng", "dong", "1 đồng", "3 đồng", "1 dong", "3 dong"),
}  # fmt: skip


@pytest.fixture(scope="module")
def voices() -> Voices:
    return Voices(CONTENT / "words")


@pytest.mark.parametrize("unit", Unit)
def test_a_unit_is_said_in_both_languages(unit: Unit, voices: Voices) -> None:
    vietnamese, english = voices.voice("vi"), voices.voice("en")
    assert _SAID[unit] == (
        vietnamese.say(units(unit)),
        english.say(units(unit)),
        vietnamese.say(counted(1, unit)),
        vietnamese.say(counted(3, unit)),
        english.say(counted(1, unit)),
        english.say(counted(3, unit)),
    )
    assert unit.value == _SAID[unit][0]


def test_large_numbers_are_grouped_as_each_language_does(voices: Voices) -> None:
    many = counted(12_345, Unit.PERSON)
    assert voices.spoken(many) == ("12.345 người", "12,345 people")


def test_an_activity_is_said_with_how_much_of_it(voices: Voices) -> None:
    title = Words({"vi": "Chữ ký số", "en": "Signatures"})
    activity = Activity("chu_ky_so", Unit.PERSON, Field.SERVICES, title)
    assert voices.spoken(entitled(activity, 2)) == ("Chữ ký số: 2 người", "Signatures: 2 people")


def test_units_are_comparable_where_one_may_be_a_share_of_the_other() -> None:
    assert comparable(Unit.ACCOUNT, Unit.CARD)
    assert comparable(Unit.MAILBOX, Unit.PERSON)
    assert comparable(Unit.HOUSEHOLD, Unit.HOUSEHOLD)
    assert not comparable(Unit.HOUSEHOLD, Unit.PERSON)
    assert not comparable(Unit.TIME, Unit.PERSON)
    assert not comparable(Unit.PROCEDURE, Unit.DOSSIER)
