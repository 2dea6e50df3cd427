"""The promised rates, by the times at which the sink took each mail: over a restart, and with two instances together."""
from __future__ import annotations

from typing import Dict, List

from .scene import Scene

PER_SECOND, PER_MINUTE = "PAPERROUND_DELIVERY_RATE_PER_SECOND", "PAPERROUND_DELIVERY_RATE_PER_MINUTE"
SECOND, MINUTE = 40, 240
SIZE = 400
RESTART = 15         # seconds in which a killed instance sends nothing
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
    service.kill()
    service.start()
    scene.drain(began)
    times = sorted(mail.came_at for mail in scene.books.cut(f"{limit} a {name}", scene.connections))
    worst = busiest(times, limit, period, scene.connections)
    scene.check(f"no stretch of time has more mails than {limit} a {name} allow, over a kill", worst <= 0, f"{worst:.0f} too many")
    fewest = AT_LEAST * limit * max(0.0, times[-1] - times[0] - RESTART) / period
    scene.check(f"the {limit} a {name} are made use of", len(times) >= fewest, f"{len(times)} in {times[-1] - times[0]:.1f} s")
    scene.extra.update({f"per_{name}": round(len(times) / max(times[-1] - times[0], period / 2) * period, 1)})
    scene.uncertain_allowed = (scene.uncertain_allowed or 0) + scene.connections


def busiest(times: List[float], limit: int, period: float, slack: int) -> float:
    """By how many mails the worst stretch is over the limit: one period's worth may come at once, then as the rate has it."""
    worst, least = float("-inf"), float("inf")
    for number, at in enumerate(times):
        # The stretch from i to number holds number - i + 1 mails and may hold limit * (length / period + 1) + slack.
        least = min(least, number - limit * at / period)
        worst = max(worst, number + 1 - limit * at / period - least)
    return worst - limit - slack
