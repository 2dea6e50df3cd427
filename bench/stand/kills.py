"""Scenarios in which something dies without a word, or is told to stop, while mails leave."""
from __future__ import annotations

import time

from .scene import Scene

MANY = 2000         # of fewer mails one instance may take all at once


def rounds_of(scene: Scene, part: int = 1) -> int:
    """Twenty by default; scenarios that have other things to do take a part of them."""
    return max(1, scene.options.rounds // part)


def kill(scene: Scene) -> None:
    """kill -9 of the service at a random moment of each round."""
    scene.populate()
    service, in_the_middle = scene.service(), 0
    for number in range(1, rounds_of(scene) + 1):
        began = scene.round()
        scene.reach(scene.dice.uniform(0.02, 0.95), began)
        service.kill()
        in_the_middle += scene.stage.mailbox.count() - scene.books.at < scene.size
        service.start()
        scene.drain(began)
        scene.books.cut(f"kill {number}", scene.connections)
    scene.extra = {"kills": number, "kills_while_draining": in_the_middle}
    scene.uncertain_allowed = number * scene.connections


def sigterm(scene: Scene) -> None:
    """A stop as every deployment does it: nothing twice, nothing uncertain."""
    scene.populate()
    service, in_the_middle, in_time = scene.service(), 0, 0
    for number in range(1, rounds_of(scene, 4) + 1):
        began = scene.round()
        scene.reach(scene.dice.uniform(0.02, 0.95), began)
        in_time += service.terminate()
        in_the_middle += scene.stage.mailbox.count() - scene.books.at < scene.size
        service.start()
        scene.drain(began)
        scene.books.cut(f"stop {number}", 0)
    scene.extra = {"stops": number, "stops_while_draining": in_the_middle}
    scene.check("the service ends by itself when told to stop", in_time == number, f"{in_time} of {number}")
    scene.uncertain_allowed = 0


def sink_killed(scene: Scene) -> None:
    """kill -9 of the relay; it comes back on the same port with all it took."""
    scene.populate()
    for number in range(1, rounds_of(scene, 4) + 1):
        began = scene.round()
        scene.reach(scene.dice.uniform(0.02, 0.95), began)
        scene.stage.kill_sink()
        scene.stage.start_sink()
        scene.drain(began)
        scene.books.cut(f"kill of the sink {number}", scene.connections)
    scene.extra = {"kills": number}
    scene.uncertain_allowed = number * scene.connections


def database_killed(scene: Scene) -> None:
    """kill -9 of PostgreSQL and all its processes; it comes back, the service stays up."""
    scene.populate()
    service = scene.service()
    for number in range(1, rounds_of(scene, 4) + 1):
        began = scene.round()
        scene.reach(scene.dice.uniform(0.02, 0.95), began)
        scene.cluster.kill()
        time.sleep(scene.dice.uniform(0.5, 3))
        scene.cluster.start()
        scene.drain(began)
        scene.books.cut(f"kill of PostgreSQL {number}", scene.connections)
    scene.extra = {"kills": number}
    scene.check("the service outlives its database", service.child.running())
    scene.uncertain_allowed = number * scene.connections


def two_instances(scene: Scene) -> None:
    """Two services on one database, one of them killed; the other ends its work and it comes back for the next round."""
    scene.populate()
    second = scene.stage.add_service("second")
    for number in range(1, rounds_of(scene, 4) + 1):
        victim = scene.dice.choice((scene.service(), second))
        began = scene.round()
        scene.reach(scene.dice.uniform(0.02, 0.95), began)
        victim.kill()
        scene.drain(began)
        scene.books.cut(f"kill of {victim.name} {number}", scene.connections)
        victim.start()
    helos = {mail.helo for mail in scene.stage.mailbox.mails}
    scene.extra = {"kills": number, "instances_that_sent": len(helos)}
    if scene.size >= MANY:
        scene.check("both instances sent mails", len(helos) == 2, helos)
    scene.uncertain_allowed = number * scene.connections
