"""One scenario on one database: its readers, its rounds, its kills, and in the end the account of every mail."""
from __future__ import annotations

import datetime as dt
import random
import time
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import Callable, Dict, List, Optional

from endtoend.client import Client
from endtoend.report import Report

from . import Broken, outbox
from .account import Account, Books
from .checking import mailcheck_some
from .command import JARS
from .database import Postgres, h2
from .people import Person, bring
from .stage import Service, Stage, closing

UTC = dt.timezone.utc
CLOCK = dt.datetime(2026, 5, 4, 12, tzinfo=UTC)
LAST_DAY = 30                   # an operator's round lies 31 days ahead of the clock at most
TOPIC = "harpsichord"
SAMPLE = 40
QUICK = {
    "PAPERROUND_DELIVERY_LEASE_FOR": "PT3S", "PAPERROUND_DELIVERY_RETRY_FIRST_AFTER": "PT1S", "PAPERROUND_DELIVERY_RETRY_AT_MOST_AFTER": "PT4S",
    "PAPERROUND_DELIVERY_READY_WITHIN": "PT2S", "PAPERROUND_DELIVERY_ANSWER_WITHIN": "PT10S", "PAPERROUND_DELIVERY_EXPIRES_AFTER_BULK": "PT2H",
}


def readers(count: int) -> List[Person]:
    return [Person(f"reader.{number:06d}@mail{number % 7}.example", [TOPIC]) for number in range(count)]


class Scene:
    def __init__(self, kind: str, name: str, size: int, options: Namespace, cluster: Optional[Postgres], place: Path, settings: Dict[str, str],
                 report: Report) -> None:
        self.kind, self.name, self.size, self.options, self.cluster, self.report = kind, name, size, options, cluster, report
        self.dice = random.Random(f"{options.seed}/{kind}/{name}")
        self.connections = options.connections
        database = cluster.new_database() if cluster else h2(place)
        self.stage = Stage(JARS[kind], options.java, options.heap, options.recordings, place, CLOCK,
                           {**database, **QUICK, "PAPERROUND_DELIVERY_CONNECTIONS": str(options.connections), **settings})
        self.day = 0
        self.other_mails = 0            # confirmations, where readers had to sign up
        self.editions = 0               # how many there must be in the end
        self.books = Books(self.stage.mailbox)
        self.uncertain_allowed: Optional[int] = None
        self.extra: Dict[str, object] = {}

    @property
    def label(self) -> str:
        return f"{self.kind} {self.name}"

    def check(self, sentence: str, holds: bool, *details: object) -> None:
        self.report.check(f"{self.label}: {sentence}", holds, *details)

    def clients(self) -> List[Client]:
        return [service.client for service in self.stage.services if service.child.running()]

    def service(self) -> Service:
        return self.stage.services[0]

    # --- readers and rounds

    def populate(self, people: Optional[List[Person]] = None, *sink_arguments: str) -> None:
        people = people or readers(self.size)
        self.stage.start_sink(*sink_arguments)
        if not self.stage.services:
            self.stage.add_service()
        bring(self.stage, self.clients()[0], people, len(people))
        self.other_mails = self.stage.mailbox.count()
        self.books.cut("the sign-ups", 0)

    def round(self, editions: Optional[int] = None) -> outbox.Round:
        """The next day's papers come, and its round begins."""
        self.day += 1
        if self.day > LAST_DAY:
            raise Broken(f"{LAST_DAY} rounds are as many as one store can have")
        at = CLOCK + dt.timedelta(days=self.day)
        posted = self.clients()[0].post_json("/api/admin/papers", [_paper(self.day, number, at.date()) for number in range(3)], admin=True)
        if posted.status != 200 or posted.json()["created"] != 3:
            raise Broken(f"the papers of round {self.day} were not taken: {posted}")
        self.editions += self.size if editions is None else editions
        return outbox.Round(self.clients, at)

    def reach(self, fraction: float, began: outbox.Round, of: Optional[int] = None) -> int:
        """Waits until that part of the round's mails is in the sink, or until no more come. How many are in the sink then."""
        before, wanted = self.books.at, max(1, round(fraction * (of or self.size)))
        deadline = time.monotonic() + self.patience()
        while self.stage.mailbox.count() < before + wanted:
            if time.monotonic() > deadline:
                raise Broken(f"{self.stage.mailbox.count() - before} mails came, {wanted} were waited for; the round says {began.problem or 'nothing'}")
            time.sleep(0.002)
        time.sleep(self.dice.uniform(0, 0.03))
        return self.stage.mailbox.count() - before

    def patience(self) -> float:
        return 180 + self.size / 15

    def drain(self, began: Optional[outbox.Round] = None, resume: bool = False) -> None:
        if began:
            began.result(self.patience())
        told = outbox.drain(self.clients, self.label, self.editions + self.other_mails, self.patience(), resume=resume)
        self.check("every mail comes to its end in time", told is not None)

    # --- the end

    def judge(self) -> Dict[str, object]:
        rows = outbox.ledger(self.clients()[0])
        account = Account(rows, self.books)
        editions = sum(row["kind"] == "EDITION" for row in rows)
        self.check(f"each reader got one edition in each of {self.day} rounds", editions == self.editions, f"{editions} editions, expected {self.editions}")
        account.judge(self.check)
        figures = account.figures()
        if self.uncertain_allowed is not None:
            self.check("only mails that were on the wire are uncertain", figures["uncertain"] <= self.uncertain_allowed,
                       f"{figures['uncertain']} are, {self.uncertain_allowed} could be")
        files = [mail.file for mail in self.dice.sample(account.first_copies, min(SAMPLE, len(account.first_copies)))]
        problems = mailcheck_some(self.stage, files, self.label)
        self.check("mailcheck finds nothing wrong with the mails", not problems, *problems)
        return {**figures, **self.extra}


def _paper(day: int, number: int, on: dt.date) -> dict:
    return {
        "id": f"bench-{day}-{number}",
        "title": f"On Tuning a Harpsichord, Part {day}.{number}",
        "abstract": f"We tune a harpsichord for the {day * 3 + number}th time and say what we heard. " + "Each string is plucked, measured and tightened "
                    "until a listener in the next room nods. The method needs no equipment beyond a key and patience, and it holds for an evening. " * 3,
        "authors": ["Ada Stringer", "Ben Plectrum"],
        "publishedOn": on.isoformat(),
        "announcedAt": f"{on.isoformat()}T00:00:00Z",
    }


def play(kind: str, name: str, size: int, options: Namespace, cluster: Optional[Postgres], place: Path, settings: Dict[str, str], report: Report,
         script: Callable[[Scene], None]) -> Dict[str, object]:
    """The figures of one scenario; whatever it started is gone when it comes back."""
    began = time.monotonic()
    scene = Scene(kind, name, size, options, cluster, place, settings, report)
    with ExitStack() as held:
        held.enter_context(closing(scene.stage))
        script(scene)
        figures = scene.judge()
    return {**figures, "seconds": round(time.monotonic() - began)}
