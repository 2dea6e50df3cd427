"""What every program here does first and last: options that find things, a clean end whatever happens, figures as key=value."""
from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType
from typing import Dict, Iterator, List, Optional

from . import HERE

JARS = {"h2": HERE / "target/quarkus-app/quarkus-run.jar", "postgresql": HERE / "target/postgresql/quarkus-app/quarkus-run.jar"}
BUILDS = {"h2": "./mvnw package -DskipTests", "postgresql": "./mvnw package -Ppostgresql -DskipTests"}


def parser(description: str, default_size: int) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("size", nargs="?", type=int, metavar="N", help=f"how many mails (default {default_size})")
    made.add_argument("--only", choices=sorted(JARS), help="one database instead of both")
    made.add_argument("--recordings", type=Path, default=Path(os.environ.get("PAPERROUND_RECORDINGS", HERE.parent / "shared")), metavar="DIR",
                      help="a folder with tools/ and data/ (default: PAPERROUND_RECORDINGS, else ../shared)")
    made.add_argument("--java", help="the Java to run the service with; by default that of JAVA_HOME or of the PATH")
    made.add_argument("--heap", default="512m", help="the service's -Xmx (default 512m)")
    made.add_argument("--keep", action="store_true", help="keep logs, mails and databases and say where they are")
    return made


def chosen(made: argparse.ArgumentParser) -> argparse.Namespace:
    options = made.parse_args()
    home = os.environ.get("JAVA_HOME")
    options.java = shutil.which(options.java or (f"{home}/bin/java" if home else "java"))
    options.databases = [options.only] if options.only else ["h2", "postgresql"]
    options.recordings = options.recordings.resolve()
    if not options.java:
        made.error("no Java found")
    if not (options.recordings / "tools" / "smtp-sink.py").exists():
        made.error(f"no recordings at {options.recordings}: name their folder with PAPERROUND_RECORDINGS or --recordings")
    return options


def require_jars(databases: List[str]) -> None:
    missing = [f"{JARS[each]} (build it with: {BUILDS[each]})" for each in databases if not JARS[each].exists()]
    if missing:
        sys.exit("not there: " + ", ".join(missing))


def leave(number: int, _: Optional[FrameType]) -> None:
    raise SystemExit(128 + number)


def leave_cleanly() -> None:
    """A signal unwinds the program, so that whatever it started is ended."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, leave)


@contextlib.contextmanager
def folder(name: str, keep: bool) -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix=f"paperround-{name}-"))
    made.chmod(0o755)
    try:
        yield made
    finally:
        if keep:
            say(f"kept: {made}")
        else:
            shutil.rmtree(made, ignore_errors=True)


def say(text: str) -> None:
    print(f"# {text}", flush=True)


class Progress:
    """Says where a long step is, every few seconds."""

    def __init__(self, what: str, of: int, every: float = 5) -> None:
        self.what, self.of, self.every = what, of, every
        self.began = self.told = time.monotonic()

    def at(self, done: int) -> None:
        now = time.monotonic()
        if now - self.told >= self.every:
            self.told = now
            say(f"{self.what}: {done:,} of {self.of:,}, {done / (now - self.began):,.0f}/s")


def tell(figures: Dict[str, object]) -> None:
    for key, value in figures.items():
        print(f"{key}={_shown(value)}", flush=True)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.3f}"
    return str(value)
