"""What a topic of each kind would have found, told before anybody has it."""
from __future__ import annotations

import time
from typing import List, Tuple
from urllib.parse import urlencode

from .client import JSON, Answer, Client
from .questions import untrue
from .readers import UNRELATED
from .reading import perhaps, surely
from .recordings import Paper
from .report import Report
from .service import wait_until

QUERY = "title:video OR title:generation"
GUI, ITS_LIKE = "2604.24441", "2604.23941"      # two papers on using the windows of programs
NOBODYS = "2605.30774"
AT_ONCE, READ_WITHIN = 10, 180     # until the newest papers are read, words alone are compared
REFUSED: Tuple[Tuple[str, List[Tuple[str, str]]], ...] = (
    ("like", [("like", "no paper")]), ("about", [("about", "of the and")]), ("query", [("query", "(open")]),
    ("strength", [("about", "otters"), ("strength", "lots")]), ("about", [("query", "otters"), ("about", "otters")]))


class Previews:
    def __init__(self, client: Client, report: Report, papers: List[Paper]) -> None:
        """papers: all that were announced by now."""
        self.client, self.report, self.papers = client, report, papers
        self.by_id = {paper.id: paper for paper in papers}
        self.took: List[float] = []

    def play(self) -> None:
        self._query()
        wait_until("previews that compare meaning, not words alone", self._meaning, READ_WITHIN, 1)
        self._about()
        self._like()
        self._refused()
        self.report.check(f"every preview came within {AT_ONCE} s (the slowest after {max(self.took):.1f} s)", max(self.took) <= AT_ONCE)

    def _query(self) -> None:
        told = self._told("a query", "query", QUERY)
        least, most = (sum(reading(QUERY, paper) for paper in self.papers) for reading in (surely, perhaps))
        self.report.check("the preview of a query counts what answers it by an independent reading",
                          told.get("papers") == len(self.papers) and least <= told.get("matched", -1) <= most, told, least, most)

    def _meaning(self) -> bool:
        answer = self._ask([("about", self.papers[0].abstract)])
        return answer.status == 200 and not answer.json().get("remark")

    def _about(self) -> None:
        paper = self.papers[0]
        told = self._told("a pasted abstract", "about", paper.abstract)
        self.report.equal("the preview of a pasted abstract names its paper first", [best["id"] for best in told.get("best", [])][:1], [paper.id])
        self._explained(told, [])
        counts = [self._told(f"{strength} about", "about", "agents that work for people", strength).get("matched", -1)
                  for strength in ("few", "normal", "many")]
        self.report.check(f"the stronger a topic in plain words, the more its preview finds: {counts}",
                          0 <= counts[0] <= counts[1] <= counts[2] and counts[0] < counts[2])
        told = self._told("what nothing is about", "about", UNRELATED[0]["about"])
        self.report.equal("the preview of what no paper is about finds nothing", (told.get("matched"), told.get("best")), (0, []))

    def _like(self) -> None:
        told = self._told("an example", "like", GUI)
        best = [each["id"] for each in told.get("best", [])]
        self.report.check("the preview of an example names a paper like it, and not itself", ITS_LIKE in best and GUI not in best, told)
        self._explained(told, [self.by_id[GUI].title])
        told = self._told("an example nobody holds", "like", NOBODYS)
        self.report.check("the preview of an example that is not here says so", NOBODYS in (told.get("remark") or ""), told)

    def _refused(self) -> None:
        for field, asked in REFUSED:
            answer = self._ask(asked)
            fields = [error.get("field") for error in answer.json().get("errors", [])] if "json" in answer.content_type else []
            self.report.check(f"a preview of {asked} is refused and names {field}", answer.status == 400 and field in fields, answer)

    def _explained(self, told: dict, examples: List[str]) -> None:
        wrong = {best["id"]: (best["reason"], untrue(best["reason"], self.by_id[best["id"]], examples)) for best in told.get("best", [])}
        self.report.none(f"what the preview says of why stands in the papers ({told.get('kind')})",
                         [each for each in wrong.items() if each[1][1]])

    def _told(self, what: str, kind: str, topic: str, strength: str = "normal") -> dict:
        answer = self._ask([(kind, topic), ("strength", strength)])
        told = answer.json() if answer.status == 200 else {}
        self.report.check(f"the preview of {what} answers in words", bool(told.get("sentence")) and told.get("kind") == kind
                          and told.get("strength") == strength and told.get(kind) == topic, answer)
        return told

    def _ask(self, asked: List[Tuple[str, str]]) -> Answer:
        began = time.monotonic()
        answer = self.client.get(f"/api/topics/preview?{urlencode(asked)}", JSON)
        self.took.append(time.monotonic() - began)
        return answer
