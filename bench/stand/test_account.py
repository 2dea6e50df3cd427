"""The yardstick measured: an account that cannot find a loss proves nothing."""
from __future__ import annotations

import unittest
from types import SimpleNamespace
from typing import List, Optional

from . import rates
from .account import Account, Books


def row(name: str, state: str = "SENT", uncertain: bool = False) -> dict:
    return {"messageId": f"<{name}@x>", "to": f"{name}@mail.example", "state": state, "uncertain": uncertain, "kind": "EDITION"}


def mail(name: str, edition: Optional[str] = None, to: Optional[str] = None) -> SimpleNamespace:
    return SimpleNamespace(sink_message_id=f"<{name}@x>", recipients=[to or f"{name}@mail.example"], edition=edition or f"e-{name}")


class AccountTest(unittest.TestCase):
    def broken(self, rows: List[dict], mails: List[SimpleNamespace], allowed: int = 0) -> str:
        """The sentences that do not hold."""
        books = Books(SimpleNamespace(mails=mails, count=lambda: len(mails)))
        books.cut("a kill", allowed)
        found: List[str] = []
        Account(rows, books).judge(lambda sentence, holds, *details: holds or found.append(sentence))
        return "; ".join(found)

    def test_what_is_well_is_found_well(self) -> None:
        self.assertEqual("", self.broken([row("a"), row("b", "FAILED")], [mail("a")]))

    def test_a_mail_that_never_came_to_its_end_is_lost(self) -> None:
        self.assertIn("final state", self.broken([row("a", "SENDING")], []))

    def test_a_sent_mail_that_is_not_in_the_sink_is_lost(self) -> None:
        self.assertIn("every SENT mail", self.broken([row("a")], []))

    def test_a_mail_nobody_knows_is_found(self) -> None:
        self.assertIn("is in the ledger", self.broken([row("a")], [mail("a"), mail("b")]))

    def test_second_copies_are_counted_against_what_was_open(self) -> None:
        twice = [row("a", uncertain=True)], [mail("a"), mail("a")]
        self.assertEqual("", self.broken(*twice, allowed=1))
        self.assertIn("second copies", self.broken(*twice, allowed=0))

    def test_a_second_copy_has_to_be_marked(self) -> None:
        self.assertIn("marked uncertain", self.broken([row("a")], [mail("a"), mail("a")], allowed=1))

    def test_a_failed_mail_that_came_has_to_be_marked(self) -> None:
        self.assertIn("or uncertain", self.broken([row("a", "EXPIRED")], [mail("a")]))

    def test_one_edition_under_two_ids_is_found(self) -> None:
        self.assertIn("one Message-ID", self.broken([row("a"), row("b")], [mail("a", "e", "r@x"), mail("b", "e", "r@x")]))

    def test_one_id_for_two_readers_is_found(self) -> None:
        self.assertIn("one reader", self.broken([row("a", uncertain=True)], [mail("a", "e", "r@x"), mail("a", "f", "s@x")], allowed=1))


class RateTest(unittest.TestCase):
    def test_the_fullest_second_is_found_wherever_it_begins(self) -> None:
        for what, times, most in (
            ("a steady pace", [number / 32 for number in range(400)], 32),
            ("twice that pace", [number / 64 for number in range(400)], 64),
            ("a burst before and after a full second", [0.0, 0.95, 0.96, 1.04, 1.05, 3.0], 4),
            ("one mail", [7.0], 1),
            ("none", [], 0),
        ):
            with self.subTest(what):
                self.assertEqual(most, rates.busiest(times, 1))


if __name__ == "__main__":
    unittest.main()
