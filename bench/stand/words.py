"""Every word of the sink in the local part of some recipients, between many readers of whom nothing is to be said."""
from __future__ import annotations

from collections import Counter
from typing import Dict, List

from . import outbox
from .people import Person
from .scene import TOPIC, Scene, readers

# What docs/delivery.md promises for each word.
ENDS: Dict[str, str] = {
    "tempfail": "SENT", "datatemp": "SENT", "lostack": "SENT", "drop": "SENT", "slow": "SENT", "closeafter": "SENT",
    "permfail": "FAILED", "mailboxfull": "FAILED", "blocked": "FAILED", "dataperm": "FAILED",
    "alwaystemp": "EXPIRED", "alwaysdrop": "EXPIRED",
}
SLOW = ("--slow", "0.5")


def settings(size: int) -> Dict[str, str]:
    """Stale soon after the last of the others is through, or the mails that are always refused would hold up the scenario."""
    return {"PAPERROUND_DELIVERY_EXPIRES_AFTER_BULK": f"PT{20 + size // 50}S"}


def fault_words(scene: Scene) -> None:
    people = _people(scene)
    scene.populate(people, *SLOW)
    began = scene.round()
    scene.drain(began, resume=True)
    scene.books.cut("the words", sum("lostack" in person.address for person in people))
    rows = [row for row in outbox.ledger(scene.clients()[0]) if row["kind"] == "EDITION"]
    wrong = Counter((word, row["state"], row["lastReply"]) for row in rows for word in [_word(row["to"])] if row["state"] != ENDS.get(word, "SENT"))
    scene.check("each mail ends as its word has it", not wrong, *wrong.most_common(6))
    scene.check("mails that nothing was said of needed one attempt",
                all(row["attempts"] == 1 for row in rows if not _word(row["to"])), *[row for row in rows if not _word(row["to"]) and row["attempts"] > 1][:3])
    listed = {row["address"] for row in scene.clients()[0].all_items("/api/admin/suppressions?size=500")}
    gone = {row["to"] for row in rows if _word(row["to"]) == "permfail"}
    scene.check("no such user (5.1.1) suppresses, nothing else does", listed == gone, f"suppressed {len(listed)}, expected {len(gone)}",
                sorted(listed ^ gone)[:5])


def _people(scene: Scene) -> List[Person]:
    each = max(3, scene.size // 50)
    marked = [Person(f"{word}.{number:04d}@mail{number % 7}.example", [TOPIC]) for word in ENDS for number in range(each)]
    people = marked + readers(max(0, scene.size - len(marked)))
    scene.size = len(people)
    scene.dice.shuffle(people)
    return people


def _word(address: str) -> str:
    name = address.partition(".")[0]
    return name if name in ENDS else ""
