"""What became of every mail: the ledger on one side, the sink's envelopes on the other."""
from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Callable, Dict, List, Set, Tuple

from endtoend.mailbox import Mail, Mailbox

from .outbox import FINAL

EXAMPLES = 5
Check = Callable[..., None]


@dataclass(frozen=True)
class Cut:
    """The part of the sink's mails that came in one round, and how many second copies it may hold."""

    what: str
    first: int
    after: int
    twice_allowed: int


class Books:
    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self.cuts: List[Cut] = []

    @property
    def at(self) -> int:
        return self.cuts[-1].after if self.cuts else 0

    def cut(self, what: str, twice_allowed: int) -> List[Mail]:
        """Ends a part; the mails that came in it."""
        made = Cut(what, self.at, self.mailbox.count(), twice_allowed)
        self.cuts.append(made)
        return self.mailbox.mails[made.first:made.after]


class Account:
    def __init__(self, rows: List[dict], books: Books) -> None:
        books.cut("afterwards", 0)
        self.rows, self.cuts, self.mails = rows, books.cuts, books.mailbox.mails
        self.by_id: Dict[str, dict] = {bare(row["messageId"]): row for row in rows}
        self.first_copies: List[Mail] = []
        self.copies: Counter = Counter()
        self.twice_in: Counter = Counter()
        self._count_copies()

    def _count_copies(self) -> None:
        self.readers_of: Dict[str, Set[str]] = defaultdict(set)
        self.ids_of: Dict[Tuple[str, str], Set[str]] = defaultdict(set)
        for cut in self.cuts:
            for mail in self.mails[cut.first:cut.after]:
                known = bare(mail.sink_message_id)
                if not self.copies[known]:
                    self.first_copies.append(mail)
                else:
                    self.twice_in[cut.what] += 1
                self.copies[known] += 1
                self.readers_of[known].update(mail.recipients)
                if mail.edition:
                    self.ids_of[mail.recipients[0], mail.edition].add(known)

    # --- what is wrong, if anything

    def unfinished(self) -> List[str]:
        return [f"{row['messageId']} to {row['to']} is {row['state']}" for row in self.rows if row["state"] not in FINAL]

    def vanished(self) -> List[str]:
        return [f"{known} is SENT and not in the sink" for known, row in self.by_id.items() if row["state"] == "SENT" and not self.copies[known]]

    def strangers(self) -> List[str]:
        return [f"{known} is in the sink and not in the ledger" for known in self.copies if known not in self.by_id]

    def twice(self) -> int:
        return sum(count - 1 for count in self.copies.values())

    def judge(self, check: Check) -> None:
        _none(check, "nothing accepted is lost: every mail is in a final state", self.unfinished())
        _none(check, "nothing accepted is lost: every SENT mail is in the sink", self.vanished())
        _none(check, "every mail in the sink is in the ledger", self.strangers())
        _none(check, "no more second copies than there were open connections", [
            f"{cut.what}: {self.twice_in[cut.what]} twice, allowed {cut.twice_allowed}" for cut in self.cuts
            if self.twice_in[cut.what] > cut.twice_allowed])
        _none(check, "every mail that came twice is marked uncertain", [
            f"{known} came {count} times" for known, count in self.copies.items() if count > 1 and not self._row(known).get("uncertain")])
        _none(check, "a mail in the sink is SENT, or uncertain", [
            f"{known} is {self._row(known).get('state')}" for known in self.copies
            if known in self.by_id and self._row(known)["state"] != "SENT" and not self._row(known)["uncertain"]])
        _none(check, "one edition has one Message-ID", [f"{edition}: {ids}" for edition, ids in self.ids_of.items() if len(ids) > 1])
        _none(check, "one Message-ID has one reader", [f"{known}: {found}" for known, found in self.readers_of.items() if len(found) > 1])
        check("Message-IDs are unique in the ledger", len(self.by_id) == len(self.rows), f"{len(self.rows)} rows, {len(self.by_id)} ids")

    def _row(self, known: str) -> dict:
        return self.by_id.get(known, {})

    def figures(self) -> Dict[str, object]:
        states = Counter(row["state"] for row in self.rows)
        return {
            "accepted": len(self.rows),
            **{state.lower(): states[state] for state in FINAL},
            "lost": len(self.unfinished()) + len(self.vanished()),
            "twice": self.twice(),
            "twice_allowed": sum(cut.twice_allowed for cut in self.cuts),
            "uncertain": sum(row["uncertain"] for row in self.rows),
        }


def bare(message_id: str) -> str:
    return (message_id or "").strip().strip("<>")


def _none(check: Check, sentence: str, problems: List[str]) -> None:
    more = [f"... and {len(problems) - EXAMPLES} more"] if len(problems) > EXAMPLES else []
    check(sentence, not problems, *problems[:EXAMPLES], *more)
