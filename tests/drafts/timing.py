"""Measure how long the checker takes for a megabyte of any text: python tests/drafts/timing.py."""

import sys
from time import process_time

from bot.reading.draft import check

_SIZE = 1_000_000  # characters
_SAID = "Tiếp nhận 300 hồ sơ, trong đó trực tuyến 290/300 hồ sơ, đạt 96,7%; còn lại 10 hồ sơ. "
_PIECES = {
    "one line": _SAID,
    "lines": f"{_SAID}\n",
    "digits": "1",
    "numbers": "12 ",
    "list marks": "1.",
    "list marks in lines": "1.\n",
    "rates": "5% ",
    "fractions": "1/2 ",
    "table": "1\t2\t3\n",
    "commas": ",",
    "brackets": "(",
    "letters": "a",
    "words": "ab ",
    "capitals": "Đ",
}


def main() -> None:
    """Print the seconds of processor time for each text; 5 are too many."""
    for name, piece in _PIECES.items():
        text = (piece * (_SIZE // len(piece) + 1))[:_SIZE]
        start = process_time()
        check(text)
        sys.stdout.write(f"{name:20} {process_time() - start:5.2f} s\n")


if __name__ == "__main__":
    main()
