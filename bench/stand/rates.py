"""The promised rates, by the times at which the sink took each mail: over a restart, and with two instances together."""
from __future__ import annotations

import time
from typing import Dict, List

from .scene import Scene

PER_SECOND, PER_MINUTE = "PAPERROUND_DELIVERY_RATE_PER_SECOND", "PAPERROUND_DELIVERY_RATE_PER_MINUTE"
SECOND, MINUTE = 40, 240
SIZE = 400
LEASE = 5            # seconds until the rows of a killed instance are free, and somewhat more
AT_LEAST = 0.5      # a rate that is hardly used is no rate that holds


def settings() -> Dict[str, str]:
    return {PER_SECOND: str(SECOND)}


def rates(scene: Scene) -> None:
    scene.populate()
    if scene.kind == "postgresql":
        scene.stage.add_service("second")
    _measure(scene, SECOND, 1, "second")
    for service in scene.stage.services:
        service.terminate()
        service.env.pop(PER_SECOND)
        service.env[PER_MINUTE] = str(MINUTE)
        service.start()
    _measure(scene, MINUTE, 60, "minute")


def _measure(scene: Scene, limit: int, period: float, name: str) -> None:
    service = scene.service()
    began = scene.round()
    scene.reach(scene.dice.uniform(0.2, 0.5), began)
    killed = time.monotonic()
    service.kill()
    service.start()
    down = time.monotonic() - killed + LEASE
    scene.drain(began)
    times = sorted(mail.came_at for mail in scene.books.cut(f"{limit} a {name}", scene.connections))
    most = busiest(times, period)
    scene.check(f"no {name} has more than {limit} mails, over a kill", most <= limit + scene.connections, f"{most} in one {name}")
    fewest = AT_LEAST * limit * max(0.0, times[-1] - times[0] - down) / period
    scene.check(f"the {limit} a {name} are made use of", len(times) >= fewest, f"{len(times)} in {times[-1] - times[0]:.1f} s")
    scene.extra.update({f"most_per_{name}": most, f"most_per_{name}_allowed": limit})
    scene.uncertain_allowed = (scene.uncertain_allowed or 0) + scene.connections


def busiest(times: List[float], period: float) -> int:
    """How many of the times lie in the fullest stretch of one period."""
    most = first = 0
    for last, at in enumerate(times):
        while at - times[first] >= period:
            first += 1
        most = max(most, last - first + 1)
    return most
