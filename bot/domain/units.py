"""Units: what a number counts; unlike units are never added together or set against each other."""

from dataclasses import replace
from enum import StrEnum

from bot.domain.text import Phrase, _, n_


class Unit(StrEnum):
    """What is counted; the value is the Vietnamese word and the name in every output."""

    TIME = "lượt"
    PERSON = "người"
    HOUSEHOLD = "hộ"
    DOSSIER = "hồ sơ"
    ACCOUNT = "tài khoản"
    SESSION = "buổi"
    STALL = "gian hàng"
    CARD = "thẻ"
    CERTIFICATE = "chứng thư số"
    MAILBOX = "hộp thư"
    SUBSCRIPTION = "thuê bao"
    DOCUMENT = "văn bản"
    PROCEDURE = "thủ tục"
    PAYMENT = "giao dịch"
    FORM = "phiếu"
    FEEDBACK = "phản ánh"
    VILLAGE = "thôn"
    TEAM = "tổ"
    COMPUTER = "máy tính"
    POINT = "điểm"
    POST = "tin bài"
    PHOTO = "ảnh"
    DONG = "đồng"


# Units of which a person has at most one, so that they can be set against people.
ONE_EACH = frozenset({Unit.PERSON, Unit.ACCOUNT, Unit.CARD, Unit.CERTIFICATE, Unit.MAILBOX})


def comparable(numerator: Unit, denominator: Unit) -> bool:
    """Tell whether one unit may be a share of the other: households are no share of people."""
    return numerator is denominator or {numerator, denominator} <= ONE_EACH


def counted(count: int, unit: Unit) -> Phrase:
    """Say a number together with its unit."""
    return replace(_COUNTED[unit], values={"n": count}, count=count)


def units(unit: Unit) -> Phrase:
    """Name a unit, as in "how many accounts"."""
    return _NAMED[unit]


_COUNTED = {
    Unit.TIME: n_("{n} time", "{n} times", 0),
    Unit.PERSON: n_("{n} person", "{n} people", 0),
    Unit.HOUSEHOLD: n_("{n} household", "{n} households", 0),
    Unit.DOSSIER: n_("{n} dossier", "{n} dossiers", 0),
    Unit.ACCOUNT: n_("{n} account", "{n} accounts", 0),
    Unit.SESSION: n_("{n} session", "{n} sessions", 0),
    Unit.STALL: n_("{n} stall", "{n} stalls", 0),
    Unit.CARD: n_("{n} card", "{n} cards", 0),
    Unit.CERTIFICATE: n_("{n} certificate", "{n} certificates", 0),
    Unit.MAILBOX: n_("{n} mailbox", "{n} mailboxes", 0),
    Unit.SUBSCRIPTION: n_("{n} subscription", "{n} subscriptions", 0),
    Unit.DOCUMENT: n_("{n} document", "{n} documents", 0),
    Unit.PROCEDURE: n_("{n} procedure", "{n} procedures", 0),
    Unit.PAYMENT: n_("{n} payment", "{n} payments", 0),
    Unit.FORM: n_("{n} form", "{n} forms", 0),
    Unit.FEEDBACK: n_("{n} complaint", "{n} complaints", 0),
    Unit.VILLAGE: n_("{n} village", "{n} villages", 0),
    Unit.TEAM: n_("{n} team", "{n} teams", 0),
    Unit.COMPUTER: n_("{n} computer", "{n} computers", 0),
    Unit.POINT: n_("{n} service point", "{n} service points", 0),
    Unit.POST: n_("{n} post", "{n} posts", 0),
    Unit.PHOTO: n_("{n} photo", "{n} photos", 0),
    Unit.DONG: n_("{n} dong", "{n} dong", 0),
}
_NAMED = {
    Unit.TIME: _("times"),
    Unit.PERSON: _("people"),
    Unit.HOUSEHOLD: _("households"),
    Unit.DOSSIER: _("dossiers"),
    Unit.ACCOUNT: _("accounts"),
    Unit.SESSION: _("sessions"),
    Unit.STALL: _("stalls"),
    Unit.CARD: _("cards"),
    Unit.CERTIFICATE: _("certificates"),
    Unit.MAILBOX: _("mailboxes"),
    Unit.SUBSCRIPTION: _("subscriptions"),
    Unit.DOCUMENT: _("documents"),
    Unit.PROCEDURE: _("procedures"),
    Unit.PAYMENT: _("payments"),
    Unit.FORM: _("forms"),
    Unit.FEEDBACK: _("complaints"),
    Unit.VILLAGE: _("villages"),
    Unit.TEAM: _("teams"),
    Unit.COMPUTER: _("computers"),
    Unit.POINT: _("service points"),
    Unit.POST: _("posts"),
    Unit.PHOTO: _("photos"),
    Unit.DONG: _("dong"),
}
