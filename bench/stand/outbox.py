"""The outbox from outside: how many mails are in which state, waiting for its end, holding and releasing it, the whole ledger."""
from __future__ import annotations

import datetime as dt
import json
import threading
import time
from typing import Callable, Dict, List, Optional

from endtoend.client import JSON, Client
from . import Broken

from .command import Progress, say

LIVE = ("QUEUED", "SENDING", "DEFERRED")
FINAL = ("SENT", "FAILED", "EXPIRED", "CANCELLED", "SUPPRESSED")
OVERVIEW = "/api/admin/delivery"
LEDGER_PAGE = 500
ROUND_WITHIN = 7200
QUIET_FOR = 4


def counts(client: Client) -> Dict[str, int]:
    """Mails by state: from the operator's overview, or, where there is none, from the totals of the ledger."""
    answer = client.get(OVERVIEW, JSON, admin=True)
    if answer.status == 200:
        told = answer.json()["counts"]
        return {state: told.get(state, 0) for state in LIVE + FINAL}
    if answer.status != 404:
        raise ValueError(f"GET {OVERVIEW}: {answer}")
    return {state: client.total(f"/api/admin/mails?status={state}&size=1") for state in LIVE + FINAL}


def live(told: Dict[str, int]) -> int:
    return sum(told[state] for state in LIVE)


def switch(client: Client, what: str) -> bool:
    """Pauses or resumes the whole outbox; false where the service has no such switch."""
    answer = client.post_json(f"{OVERVIEW}/{what}", {}, admin=True)
    if answer.status in (404, 405):
        return False
    if answer.status // 100 != 2:
        answer = client.send("POST", f"{OVERVIEW}/{what}", admin=True, accept=JSON)
    if answer.status // 100 != 2:
        raise ValueError(f"POST {OVERVIEW}/{what}: {answer}")
    return True


def drain(clients: Callable[[], List[Client]], what: str, at_least: int, within: float, pause: float = 0.2,
          resume: bool = False, but: int = 0) -> Optional[Dict[str, int]]:
    """Waits until no mail is alive, or but so many, asking any instance that answers. The counts then, or nothing when it took too long.

    Counts may be a second old, so an end is believed when at_least so many mails are in the ledger, or when it lasts.
    """
    deadline, progress, quiet_since = time.monotonic() + within, None, 0.0
    told: Optional[Dict[str, int]] = None
    while time.monotonic() < deadline:
        told = _ask(clients()) or told
        if told and live(told) <= but:
            quiet_since = quiet_since or time.monotonic()
            if sum(told.values()) >= at_least or time.monotonic() - quiet_since > QUIET_FOR:
                return told
        elif told:
            quiet_since = 0.0
            progress = progress or Progress(what, at_least)
            progress.at(sum(told.values()) - live(told))
            if resume and paused(clients()[0]):
                say(f"{what}: the service has paused its outbox; resuming it, as an operator would")
                switch(clients()[0], "resume")
        time.sleep(pause)
    say(f"{what}: not at its end after {within:.0f} s: {told}")
    return None


def _ask(clients: List[Client]) -> Optional[Dict[str, int]]:
    for client in clients:
        try:
            return counts(client)
        except (OSError, ValueError):
            continue
    return None


def paused(client: Client) -> bool:
    try:
        answer = client.get(OVERVIEW, JSON, admin=True)
        return answer.status == 200 and answer.json().get("paused") is True
    except (OSError, ValueError):
        return False


def ledger(client: Client) -> List[dict]:
    rows: List[dict] = []
    page, total = 0, 1
    while len(rows) < total:
        answer = client.get(f"/api/admin/mails?size={LEDGER_PAGE}&page={page}", JSON, admin=True, timeout=120)
        if answer.status != 200:
            raise ValueError(f"GET /api/admin/mails: {answer}")
        listing = answer.json()
        if not listing["items"]:
            break
        rows += listing["items"]
        total, page = listing["total"], page + 1
    return rows


class Round(threading.Thread):
    """A round in the background. An instance that dies in the middle is asked again, as an operator would: the same instant makes nothing twice."""

    def __init__(self, clients: Callable[[], List[Client]], at: dt.datetime, give_up_after: float = ROUND_WITHIN) -> None:
        super().__init__(daemon=True)
        self.clients, self.at, self.give_up_after = clients, at, give_up_after
        self.answer: Optional[dict] = None
        self.asked = 0
        self.problem = ""
        self.took = 0.0
        self.start()

    def run(self) -> None:
        began = time.monotonic()
        body = json.dumps({"at": self.at.strftime("%Y-%m-%dT%H:%M:%SZ")}).encode()
        while self.answer is None and time.monotonic() - began < self.give_up_after:
            for client in self.clients():
                self.asked += 1
                try:
                    answer = client.send("POST", "/api/admin/rounds", body, JSON, JSON, True, timeout=ROUND_WITHIN)
                    if answer.status == 200:
                        self.answer, self.took = answer.json(), time.monotonic() - began
                        return
                    self.problem = str(answer)
                    if answer.status in (400, 401):
                        return
                except (OSError, ValueError) as failure:
                    self.problem = repr(failure)
            time.sleep(0.2)

    def result(self, within: float = ROUND_WITHIN) -> dict:
        self.join(within)
        if self.answer is None:
            raise Broken(f"the round of {self.at} got no answer: {self.problem}")
        return self.answer
