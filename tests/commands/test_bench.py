"""`toso bench` gives numbers; how good they are is not for a test to say."""

from pathlib import Path

import pytest

from tests.commands.conftest import Toso

_MESSAGES = {
    "messages", "messages_a_second", "p50_ms_one_at_a_time", "p99_ms_one_at_a_time",
    "p50_ms_50_at_once", "p99_ms_50_at_once", "bare_durable_insert_p50_ms",
    "bare_durable_inserts_a_second",
}  # fmt: skip
_START = {"first_answer_s_median", "first_answer_s_worst", "idle_memory_mb"}


def test_messages_are_measured(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "messages", "--count", 100, "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == _MESSAGES
    assert ran.json["messages"] == 100
    assert all(value > 0 for value in ran.json.values())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.process
def test_the_start_is_measured(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "start", "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == _START
    assert all(value > 0 for value in ran.json.values())
    assert list(tmp_path.iterdir()) == []
