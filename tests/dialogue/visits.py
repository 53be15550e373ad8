"""What people do on a visit, what they type, and the names that only some of them may see."""

import tomllib
from dataclasses import dataclass

from tests.house import CONTENT

# What people type: moves, numbers, days, periods, guides, commands, nonsense.
WORDS = (
    *("0", "menu", "huỷ", "quay lại", "8", "9", "xem thêm", "back", "cancel", "hello", ""),
    *("1", "2", "3", "12", "ba", "mười lăm", "30", "1000", "3 tài khoản", "số 2", "-1"),
    *("hôm qua", "thứ hai", "15/11", "31/12", "30/2", "tháng trước", "2026-W47", "2026-Q4@nd09"),
    *("2026", "0001", "2026-11-01..2026-11-15", "9999-12-31..9999-12-31", "quý này"),
    *("quên mật khẩu VNeID", "khai sinh", "lừa đảo", "nộp hồ sơ", "VNeID", "kich hoat vneid"),
    *("/start", "/ghi", "/huongdan", "/so", "/tonghop", "/moi", "/toi", "/ngonngu", "/vaoto"),
    *("/rasoat", "/ketquarasoat", "12A", "cả nhà", "không ai", "không biết", "hẹn lại", "vắng nhà"),
    *("/trogiup", "/start K7QM-2F9T", "/spam", "xyzzy 123 ???", "👍🏽", "x" * 5000, "#resume"),
    *("ghi viec da giup", "my book", "so cua toi", "record help", "không", "yes"),
)
# What members type instead of answering questions.
ENTRIES = (
    *("3 vneid", "2 vneid, 3 dvc", "hôm qua 3 vneid", "12 dvc", "một vài vneid", "15/11 2 vneid"),
    *("2 căn cước ở Gò Đá", "mai 3 vneid", "2 thôi, không phải 3", "3 vneid", "1 tuyên truyền"),
)


@dataclass(frozen=True)
class Act:
    """Something that one person does; `pick` chooses among what there is to choose from."""

    kind: str
    pick: int


@dataclass(frozen=True)
class Visit:
    """One person, over one channel, for a while."""

    who: str
    channel: str
    acts: tuple[Act, ...]


def names() -> tuple[set[str], set[str]]:
    """Return the names of our commune and those of the outsider's, as the demo was written."""
    plan = tomllib.loads((CONTENT / "demo.toml").read_text(encoding="utf-8"))
    outside = plan["outsider"]
    people = [
        name for team in plan["teams"] for name in (*team["people"], *team.get("waiting", ()))
    ]
    ours = {
        plan["commune"],
        *plan["villages"],
        *map(_bare, [*people, plan["official"]["name"], plan["viewer"]["name"]]),
    }
    theirs = {outside["commune"], outside["village"], *map(_bare, outside["people"])}
    return ours, theirs


def _bare(name: str) -> str:
    return name.partition(" ")[2]
