"""Recorded days of arXiv at its real pace: a day, a category that is stale, a day that was missed."""
from __future__ import annotations

import datetime as dt
import json
import urllib.request
from typing import Dict, List, Set

from .client import JSON, Client
from .report import Report
from .service import Stage

MONDAY, TUESDAY, THURSDAY = (dt.date(2026, 6, day) for day in (1, 2, 4))
STALE = "cs.CL"
PACE = 3.0


class Announcements:
    def __init__(self, stage: Stage, report: Report) -> None:
        self.stage, self.report = stage, report
        self.client: Client = stage.client

    def play(self) -> None:
        self._monday()
        self._tuesday()
        self._thursday()

    def _monday(self) -> None:
        told = self._ask(MONDAY)
        followed = set(self._verdicts(told))
        self.report.check("arXiv: the categories set and those that topics name are followed", {"cs.CL", "cs.LG"} <= followed, sorted(followed))
        expected = self._listed(followed, MONDAY)
        self.report.equal("arXiv: the day's announcements are all seen", (told.get("verdict"), told.get("seen")), ("NEW_PAPERS", len(expected)))
        again = self._post()
        self.report.equal("arXiv: asked again, nothing is new", (again.get("verdict"), again.get("created")), ("NOTHING_NEW", 0))
        self._held("arXiv: every announced paper is there", expected)
        self._polite()

    def _tuesday(self) -> None:
        told = self._ask(TUESDAY, f"stale={STALE}")
        verdicts = self._verdicts(told)
        self.report.equal(f"arXiv: a list of the day before makes {STALE} stale", verdicts.get(STALE), "STALE")
        self.report.equal("arXiv: and no other category", [name for name, verdict in verdicts.items() if verdict == "STALE" and name != STALE], [])
        again = self._post()
        self.report.equal(f"arXiv: {STALE} alone is asked again, and has moved", self._verdicts(again), {STALE: "NEW_PAPERS"})
        self._polite()

    def _thursday(self) -> None:
        told = self._ask(THURSDAY)
        self.report.equal("arXiv: the day after a missed day brings papers", told.get("verdict"), "NEW_PAPERS")
        followed = set(self._verdicts(told))
        self._held("arXiv: of the missed day nothing is missing", self._listed(followed, dt.date(2026, 6, 3)))
        self._polite()

    # --- the source's day and ours

    def _ask(self, day: dt.date, *faults: str) -> dict:
        self.stage.stop_service()
        now = dt.datetime(day.year, day.month, day.day, 6, 12, tzinfo=dt.timezone.utc)
        self.stage.env["PAPERROUND_CLOCK_OFFSET"] = f"PT{round((now - dt.datetime.now(dt.timezone.utc)).total_seconds())}S"
        self.stage.start_replay(*faults)
        with urllib.request.urlopen(f"http://127.0.0.1:{self.stage.replay_port}/replay/today?date={day}", timeout=10):
            pass
        self.stage.start_service()
        return self._post()

    def _post(self) -> dict:
        answer = self.client.post_json("/api/admin/ingestions", {"source": "arxiv"}, admin=True, timeout=300)
        return answer.json() if answer.status == 200 else {}

    @staticmethod
    def _verdicts(told: dict) -> Dict[str, str]:
        return {row["category"]: row["verdict"] for row in told.get("categories", [])}

    def _listed(self, followed: Set[str], day: dt.date) -> Set[str]:
        file = self.stage.recordings / "data" / "arxiv-listings" / f"{day}.jsonl"
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        return {row["id"] for row in rows if followed & set(row["categories"])}

    def _held(self, sentence: str, expected: Set[str]) -> None:
        missing: List[str] = [each for each in sorted(expected)[::7] if self.client.get(f"/api/papers/{each}", JSON).status != 200]
        self.report.none(f"{sentence} ({len(expected)})", missing)

    def _polite(self) -> None:
        asked = [each for each in self.stage.source_requests() if not each["path"].startswith("/api/daily")]
        hurried = [f"{two['at'] - one['at']:.2f} s before {two['path']}" for one, two in zip(asked, asked[1:]) if two["at"] - one["at"] < PACE]
        self.report.none(f"arXiv: at most one request in {PACE:.0f} s ({len(asked)} requests)", hurried)
