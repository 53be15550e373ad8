"""The tests; read `chat.py` first."""

import pytest

# What these helpers assert is explained when it fails, as in the tests themselves. It is said
# here because nothing below this package is imported earlier.
pytest.register_assert_rewrite("tests.process.audit", "tests.chat", "tests.house")
