"""Addresses of Telegram; of its own, since the client takes long to load."""


def joining(username: str) -> str:
    """Return the address that opens a bot with a join code, with `{code}` in it."""
    return f"https://t.me/{username}?start={{code}}"
