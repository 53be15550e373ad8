"""A sheet as canonical JSON, and its fingerprint: the same figures are the same bytes, for ever.

Keys are sorted, nothing stands between them, days are ISO, exact numbers are strings, words have
every language they had. Whoever has the text can recompute the fingerprint with any SHA-256.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal

from cattrs import Converter

from bot.domain.sheets import Sheet


def written(sheet: Sheet) -> str:
    """Return a sheet as its canonical JSON."""
    return json.dumps(
        _CONVERTER.unstructure(sheet), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def read(text: str) -> Sheet:
    """Return the sheet of its JSON; raises ValueError, KeyError or TypeError where it is none.

    What a later version adds to a sheet has a default, so that an older one can be read.
    """
    return _CONVERTER.structure(json.loads(text), Sheet)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a sheet's JSON, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _converter() -> Converter:
    made = Converter(detailed_validation=False)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda said, _kind: date.fromisoformat(said))
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, lambda said, _kind: Decimal(said))
    return made


_CONVERTER = _converter()
