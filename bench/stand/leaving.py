"""Readers who leave, pause or are erased while a mail to them is queued, and while mails leave."""
from __future__ import annotations

import time
from collections import Counter
from typing import Callable, Dict, List

from endtoend.client import FORM, Answer, side_by_side
from endtoend.mailbox import Mail

from . import outbox
from .scene import Scene

MOST = 300
GRACE = 1.0         # a mail that was on the wire when its reader left may still arrive


def leaving(scene: Scene) -> None:
    scene.populate()
    scene.drain(scene.round())
    scene.books.cut("the first round", 0)
    links = Links(scene)
    each = min(MOST, scene.size // 8)
    chosen = scene.dice.sample(sorted(links.mails), 5 * each)
    groups = {name: chosen[number * each:(number + 1) * each]
              for number, name in enumerate(("unsubscribe", "pause", "erase", "erase by page", "late"))}

    scene.stage.stop_sink()
    scene.stage.start_sink("--greeting", "421")
    scene.round().result(scene.patience())
    for name in ("unsubscribe", "pause", "erase", "erase by page"):
        answers = side_by_side(links.action(name), groups[name])
        refused = [answer for answer in answers if answer.status not in (200, 204)]
        scene.check(f"{each} readers {name} while their mails are queued", not refused, *refused[:3])
    scene.stage.stop_sink()
    scene.stage.start_sink()
    scene.reach(0.1, None, scene.size - 4 * each)
    left_at: Dict[str, float] = {}
    side_by_side(lambda address: _leave(links, address, left_at), groups["late"])
    scene.drain()
    _judge(scene, groups, each, scene.books.cut("the second round", 0), left_at)

    gone = {address for group in groups.values() for address in group}
    scene.drain(scene.round(scene.size - len(gone)))
    came = {mail.recipients[0] for mail in scene.books.cut("the third round", 0)}
    scene.check("the next round has a mail for everybody else and for none of them", not came & gone and len(came) == scene.size - len(gone),
                f"{len(came & gone)} of those who left got one, {len(came)} mails for {scene.size - len(gone)} readers")


def _judge(scene: Scene, groups: Dict[str, List[str]], each: int, mails: List[Mail], left_at: Dict[str, float]) -> None:
    came = {mail.recipients[0]: mail.came_at for mail in mails}
    early = [address for name, group in groups.items() if name != "late" for address in group if address in came]
    scene.check("nobody who left while their mail was queued got it", not early, *early[:5])
    late = [address for address in groups["late"] if address in came and came[address] > left_at[address] + GRACE]
    scene.check("nobody who left while mails were leaving got one afterwards", not late, *late[:5])
    reasons = Counter(row["reason"] for row in outbox.ledger(scene.clients()[0]) if row["state"] == "CANCELLED")
    spared = sum(address not in came for address in groups["late"])
    expected = {"UNSUBSCRIBED": each + spared, "PAUSED": each, "ERASED": 2 * each}
    expected = {reason: count for reason, count in expected.items() if count}
    scene.check("the ledger says why each of them was cancelled", dict(reasons) == expected, f"{dict(reasons)}, expected {expected}")
    scene.extra = {"left_in_the_queue": 4 * each, "left_while_sending": each, "of_these_spared": spared}


def _leave(links: "Links", address: str, left_at: Dict[str, float]) -> None:
    links.unsubscribe(address)
    left_at[address] = time.time()


class Links:
    """What the first mail gave each reader to click on."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.base = scene.stage.base_url
        self.mails: Dict[str, Mail] = {mail.recipients[0]: mail for mail in scene.stage.mailbox.mails if mail.edition}

    def action(self, name: str) -> Callable[[str], Answer]:
        return {"unsubscribe": self.unsubscribe, "pause": self.pause, "erase": self.erase, "erase by page": self.erase_by_page}[name]

    def unsubscribe(self, address: str) -> Answer:
        """One click, as mail providers send it (RFC 8058)."""
        return self._post(self._path(self.mails[address].one_click()), b"List-Unsubscribe=One-Click")

    def pause(self, address: str) -> Answer:
        return self._post(self._path(self.mails[address].link(self.base, "unsubscribe")), b"action=pause&days=7")

    def erase(self, address: str) -> Answer:
        token = self._path(self.mails[address].link(self.base, "preferences")).rpartition("/")[2]
        return self.scene.clients()[0].send("DELETE", f"/api/subscriptions/{token}")

    def erase_by_page(self, address: str) -> Answer:
        return self._post(self._path(self.mails[address].link(self.base, "preferences")) + "/erase", b"confirm=yes")

    def _path(self, link: str) -> str:
        return link[len(self.base):]

    def _post(self, path: str, body: bytes) -> Answer:
        return self.scene.clients()[0].send("POST", path, body, FORM)
