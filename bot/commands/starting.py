"""Measures how soon the program is there, and how much memory it holds while it waits."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

_STARTS = 5


def measure(folder: Path) -> dict[str, float]:
    """Start the program afresh; time its first answer, and weigh it while it waits."""
    command = [sys.executable, "-m", "bot", "chat", "--db", str(folder / "start.db")]
    subprocess.run(  # noqa: S603 - our own program
        command, check=True, stdin=subprocess.DEVNULL, capture_output=True
    )
    seconds, memory = [], []
    for _nth in range(_STARTS):
        begun = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
        ) as process:
            if process.stdout is None:
                raise ChildProcessError
            process.stdout.readline()
            seconds.append(time.perf_counter() - begun)
            memory.append(_resident(process.pid))
            process.kill()
    return {
        "first_answer_s_median": round(statistics.median(seconds), 3),
        "first_answer_s_worst": round(max(seconds), 3),
        "idle_memory_mb": round(max(memory), 1),
    }


def _resident(pid: int) -> float:
    """Return the megabytes a process holds."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ChildProcessError(pid)
