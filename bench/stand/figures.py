"""What a process costs, read from /proc, and the heap of a JVM, read from jstat where there is one."""
from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Iterable, List, Optional

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pids: Iterable[int]) -> float:
    """User and system time of the processes and of those of their children that have ended."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += sum(int(each) for each in fields[11:15])
    return total / TICKS


def children(pid: int) -> List[int]:
    with contextlib.suppress(OSError):
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def rss_peak_mb(pid: int) -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found.group(1)) / 1024


def bytes_read(pid: int) -> int:
    """Everything the process has read, from sockets as well."""
    return int(re.search(r"rchar: (\d+)", Path(f"/proc/{pid}/io").read_text()).group(1))


class HeapWatch:
    """The highest use of a JVM's heap while it is entered, garbage included, looked at twice a second."""

    def __init__(self, pid: int, java: str) -> None:
        self.peak_mb = self.old_peak_mb = 0.0
        beside = Path(os.path.realpath(java)).with_name("jstat")
        jstat = str(beside) if beside.exists() else shutil.which("jstat")
        self._process: Optional[subprocess.Popen] = None
        if jstat:
            self._process = subprocess.Popen([jstat, "-J-Xmx16m", "-J-XX:+UseSerialGC", "-gc", str(pid), "500"], stdout=subprocess.PIPE,
                                             stderr=subprocess.DEVNULL, text=True)
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        names: List[str] = []
        for line in self._process.stdout:
            cells = line.split()
            if "S0U" in cells:
                names = cells
                continue
            row = dict(zip(names, cells))
            with contextlib.suppress(KeyError, ValueError):
                old = float(row["OU"]) / 1024
                self.old_peak_mb = max(self.old_peak_mb, old)
                self.peak_mb = max(self.peak_mb, old + sum(float(row[each]) for each in ("S0U", "S1U", "EU")) / 1024)

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait()
