"""Scenarios in which the relay is there and will not talk: it turns everybody away, keeps silent, or refuses the password."""
from __future__ import annotations

import time
from typing import Sequence

from endtoend.client import JSON

from . import outbox
from .scene import Scene

OUT_FOR = 6
LOGIN = {"QUARKUS_MAILER_USERNAME": "paperround", "QUARKUS_MAILER_PASSWORD": "right-for-the-sink", "QUARKUS_MAILER_LOGIN": "REQUIRED"}


def greeting_421(scene: Scene) -> None:
    """421 in place of the greeting."""
    _outage(scene, ("--greeting", "421"))


def greeting_hang(scene: Scene) -> None:
    """A connection that opens and then nothing."""
    _outage(scene, ("--greeting", "hang"))


def refuses_auth(scene: Scene) -> None:
    """The relay has another password than we do, until somebody mends it."""
    _outage(scene, ("--auth", "paperround:another"), ("--auth", "paperround:right-for-the-sink"))


def _outage(scene: Scene, broken: Sequence[str], whole: Sequence[str] = ()) -> None:
    scene.populate(None, *whole)
    _from_the_start(scene, broken, whole)
    _in_the_middle(scene, broken, whole)


def _from_the_start(scene: Scene, broken: Sequence[str], whole: Sequence[str]) -> None:
    """No mail was on the wire: nothing may be counted, nothing may come twice."""
    scene.stage.stop_sink()
    scene.stage.start_sink(*broken)
    scene.round().result(scene.patience())
    time.sleep(OUT_FOR)
    came = scene.stage.mailbox.count() - scene.books.at
    told = outbox.counts(scene.clients()[0])
    scene.check("while the relay refuses, every mail waits", came == 0 and outbox.live(told) == scene.size, f"{came} came, {told}")
    health = scene.clients()[0].get("/q/health", JSON)
    scene.check("health says that the relay is down", '"down"' in health.text, health)
    _mended(scene, whole)
    scene.drain()
    scene.books.cut("the outage from the start", 0)
    rows = outbox.ledger(scene.clients()[0])
    burnt = [row for row in rows if row["kind"] == "EDITION" and (row["attempts"] > 1 or row["state"] != "SENT" or row["uncertain"])]
    scene.check("the outage cost no mail an attempt", not burnt, *burnt[:3])


def _in_the_middle(scene: Scene, broken: Sequence[str], whole: Sequence[str]) -> None:
    """The relay goes while mails leave, so those on the wire may have lost their answers."""
    began = scene.round()
    scene.reach(scene.dice.uniform(0.1, 0.7), began)
    scene.stage.stop_sink()
    scene.stage.start_sink(*broken)
    time.sleep(OUT_FOR)
    _mended(scene, whole)
    scene.drain(began)
    scene.books.cut("the outage in the middle", scene.connections)
    scene.uncertain_allowed = scene.connections
    rows = outbox.ledger(scene.clients()[0])
    again = [row for row in rows if row["attempts"] > 1]
    scene.check("only mails that were on the wire needed another attempt", len(again) <= scene.connections, f"{len(again)} mails", *again[:3])


def _mended(scene: Scene, whole: Sequence[str]) -> None:
    scene.stage.stop_sink()
    scene.stage.start_sink(*whole)
