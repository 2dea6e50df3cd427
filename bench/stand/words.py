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
STALE_AFTER = 3 * 3600      # longer than a digest is waited for here


def fault_words(scene: Scene) -> None:
    people = _people(scene)
    scene.populate(people, *SLOW)
    began = scene.round()
    began.result(scene.patience())
    outbox.drain(scene.clients, scene.label, scene.size, scene.patience(), resume=True, but=_hopeless(people))
    _let_time_pass(scene)
    scene.drain(resume=True)
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


def _hopeless(people: List[Person]) -> int:
    """How many will never be taken, nor refused for good."""
    return sum(ENDS.get(_word(person.address)) == "EXPIRED" for person in people)


def _let_time_pass(scene: Scene) -> None:
    """Until what is still tried is stale: the service's clock is set forward, so that no slow machine makes other mails stale."""
    service = scene.service()
    service.terminate()
    service.env["PAPERROUND_CLOCK_OFFSET"] = f"PT{int(service.env['PAPERROUND_CLOCK_OFFSET'][2:-1]) + STALE_AFTER}S"
    service.start()


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
