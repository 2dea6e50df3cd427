#!/usr/bin/env python3
"""Plays a recorded week through the packaged service and checks what its readers get. Needs Python 3.9 and nothing else.

The service is started as an operator would, on its documented configuration alone, against a recorded Hugging Face and an SMTP
sink; 200 readers sign up over HTTP, confirm from their mails, are served for five days, some leave, the service is restarted.
A dozen more ask in every way there is, and say what they want more and less of. Then four days of arXiv come in.
With --faults the source then misbehaves in every way it knows. Without --jdbc-url the database is H2 in a temporary folder; a
given database must be empty.
"""
from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Callable, Optional

from endtoend.announcements import Announcements
from endtoend.faults import break_the_source
from endtoend.kinds import Kinds
from endtoend.report import Broken, Report
from endtoend.service import Stage, stage, tail
from endtoend.week import Week, check_mails

LOG_LINES = 80


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", type=Path, required=True, help="the packaged service, quarkus-run.jar")
    parser.add_argument("--recordings", type=Path, required=True, metavar="DIR", help="a folder with tools/ and data/")
    parser.add_argument("--java", help="the Java to run it with; by default that of JAVA_HOME or of the PATH")
    parser.add_argument("--jdbc-url", help="a PostgreSQL database, for the jar built for it")
    parser.add_argument("--db-user", default="")
    parser.add_argument("--db-password", default="")
    parser.add_argument("--faults", action="store_true", help="also let the source fail and recover")
    parser.add_argument("--keep", action="store_true", help="keep the folder with mails, logs and the H2 database")
    chosen = parser.parse_args()
    home = os.environ.get("JAVA_HOME")
    chosen.java = shutil.which(chosen.java or (f"{home}/bin/java" if home else "java"))
    if not chosen.java:
        parser.error("no Java found")
    for needed in (chosen.jar, chosen.recordings / "tools" / "replay-sources.py", chosen.recordings / "data" / "hf-daily"):
        if not needed.exists():
            parser.error(f"not there: {needed}")
    return chosen


def play(played: Stage, report: Report, faults: bool) -> None:
    played.start_replay()
    played.start_sink()
    report.note(f"ready after {played.start_service():.1f} s on {played.env['QUARKUS_DATASOURCE_JDBC_URL']}")
    _timed("the week", Week(played, report).play, report)
    _timed("topics of every kind", Kinds(played, report).play, report)
    if faults:
        break_the_source(played, report)
    check_mails(played, report)
    _timed("arXiv", Announcements(played, report).play, report)


def _timed(what: str, scene: Callable[[], None], report: Report) -> None:
    began = time.monotonic()
    scene()
    report.note(f"{what} took {time.monotonic() - began:.0f} s")


def leave(number: int, _: Optional[FrameType]) -> None:
    raise SystemExit(128 + number)


def main() -> int:
    chosen = options()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    database = None
    if chosen.jdbc_url:
        database = {"QUARKUS_DATASOURCE_JDBC_URL": chosen.jdbc_url, "QUARKUS_DATASOURCE_USERNAME": chosen.db_user,
                    "QUARKUS_DATASOURCE_PASSWORD": chosen.db_password}
    began, report = time.monotonic(), Report()
    with stage(chosen.jar.resolve(), chosen.java, chosen.recordings.resolve(), database, chosen.keep) as played:
        try:
            play(played, report, chosen.faults)
        except Broken as broken:
            report.check(f"the scenario runs to its end: {broken}", False)
        except Exception:
            traceback.print_exc(file=sys.stdout)
            report.check("the scenario runs to its end", False)
        if report.failed:
            print(f"# --- the last {LOG_LINES} lines of the service's log", tail(played.service_log, LOG_LINES), "# ---", sep="\n")
    report.note(f"{time.monotonic() - began:.0f} s")
    print(f"{report.passed} passed, {report.failed} failed", flush=True)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
