"""A source that misbehaves in every way it knows, while the service goes on with its other work."""
from __future__ import annotations

import threading
import time
from typing import List
from urllib.parse import parse_qs, urlsplit

from .client import JSON, Client
from .recordings import day_of
from .report import Report
from .service import Stage

# One day for each fault, so that recovery has something new to bring. After the last two nothing may be asked again.
FAULTS = (("503", "2026-05-11", 3), ("truncate", "2026-05-12", 3), ("slow", "2026-05-13", 3), ("html", "2026-05-14", 1), ("huge", "2026-05-15", 1))
VERDICT_WITHIN = 60
PAGES = ("/", "/q/health/ready")


def break_the_source(stage: Stage, report: Report) -> None:
    for kind, day, attempts in FAULTS:
        _fault(stage, report, kind, day, attempts)
    told = stage.client.all_items("/api/admin/ingestions")
    failed = {row.get("date") for row in told if row.get("verdict") == "FAILED" and row.get("reason")}
    report.none("the operator's list of ingestions keeps every failure with its reason", [day for _, day, _ in FAULTS if day not in failed])


def _fault(stage: Stage, report: Report, kind: str, day: str, attempts: int) -> None:
    client = stage.client
    stage.start_replay(f"{kind}:all")
    papers = client.total("/api/papers")
    began = time.monotonic()
    with Meanwhile(client) as meanwhile:
        answer = client.ingest(day, timeout=3 * VERDICT_WITHIN)
        took = time.monotonic() - began
    told = answer.json() if answer.status == 200 else {}
    report.check(f"{kind}: the ingestion of {day} ends FAILED and says why: {str(told.get('reason'))[:120]}",
                 told.get("verdict") == "FAILED" and isinstance(told.get("reason"), str) and told["reason"].strip() != "", answer)
    report.check(f"{kind}: the verdict came within {VERDICT_WITHIN} s ({took:.1f} s)", took <= VERDICT_WITHIN)
    report.none(f"{kind}: meanwhile the pages and the readiness answer ({meanwhile.asked} times)", meanwhile.problems)
    report.check(f"{kind}: a round is still answered", client.round("2026-05-08T23:00:00Z").status == 200)
    report.equal(f"{kind}: no half-read paper is kept", client.total("/api/papers"), papers)
    asked = _first_pages(stage.source_requests(), day)
    report.check(f"{kind}: the source was asked, {attempts} times at most", 1 <= len(asked) <= attempts, asked)
    report.check(f"{kind}: the source was told who asks", all("paperround" in (each["agent"] or "").lower() for each in asked), asked)

    stage.start_replay()
    expected = len(day_of(stage.recordings, day))
    again = client.ingest(day)
    told = again.json() if again.status == 200 else {}
    report.check(f"{kind}: without the fault the same ingestion brings {expected} papers",
                 (told.get("verdict"), told.get("created")) == ("NEW_PAPERS", expected), again)
    report.equal(f"{kind}: and they are there", client.total("/api/papers"), papers + expected)


def _first_pages(requests: List[dict], day: str) -> List[dict]:
    found = []
    for request in requests:
        query = parse_qs(urlsplit(request["path"]).query)
        if query.get("date") == [day] and query.get("p", ["0"]) == ["0"]:
            found.append(request)
    return found


class Meanwhile:
    """Asks for the pages, again and again, as long as it is entered, at least once each."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.asked = 0
        self.problems: List[str] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def __enter__(self) -> "Meanwhile":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _ask(self) -> None:
        while True:
            for page in PAGES:
                self.asked += 1
                try:
                    answer = self.client.get(page, None if page == "/" else JSON, timeout=10)
                    if answer.status != 200:
                        self.problems.append(f"{page}: {answer}")
                except OSError as failure:
                    self.problems.append(f"{page}: {failure!r}")
            if self._over.wait(0.25):
                return
