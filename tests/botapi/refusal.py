"""How the Bot API says no: an HTTP status and one English sentence."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A call that Telegram would refuse in the state things are in."""

    def __init__(self, *words: object, status: int = 400, parameters: Json | None = None) -> None:
        self.description = " ".join(map(str, words))
        super().__init__(self.description)
        self.status = status
        self.parameters = parameters

    def body(self) -> Json:
        """The answer as it goes over the wire."""
        answer: Json = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class BadCall(Refused):
    """A call that is wrong in itself, whatever the state: a bug of the caller."""


def too_many_requests(retry_after: int) -> Refused:
    """Telegram's 429."""
    return Refused(
        "Too Many Requests: retry after",
        retry_after,
        status=429,
        parameters={"retry_after": retry_after},
    )
