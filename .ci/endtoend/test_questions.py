"""What is looked up of a reason given in plain words."""
from __future__ import annotations

import datetime as dt
import unittest

from .questions import examples_of, is_called, untrue
from .recordings import Paper

LONG = "A very long title, longer than a line of a mail: so that it must be cut somewhere, at a blank"
PAPER = Paper("2605.00001", "Otters that juggle", "We watch otters. Each juggles stones, and we count them for a year.", (), (), 0,
              dt.datetime(2026, 5, 4, tzinfo=dt.timezone.utc))


class QuestionsTest(unittest.TestCase):
    def test_what_stands_in_the_paper_is_true(self) -> None:
        for reason in ("because otters and juggle stand in the title", "because stones stands in the abstract",
                       "because Otters stands in the title, stones and year in the abstract and near in meaning is “We watch otters.”",
                       "because stones stands in the abstract and its title is near in meaning", "because its title is near in meaning",
                       "because near in meaning is “Each juggles stones, and we count…”"):
            self.assertEqual(untrue(reason, PAPER, []), [], reason)

    def test_what_does_not_stand_there_is_found(self) -> None:
        for reason in ("otters", "because", "because it is so", "because beavers stands in the title", "because stones stands in the title",
                       "because otters stands in the title, beavers in the abstract", "because near in meaning is “We watch beavers.”"):
            self.assertNotEqual(untrue(reason, PAPER, []), [], reason)

    def test_an_example_is_named_by_its_title(self) -> None:
        for title, named in (("Otters: a study", "Otters: a study"), (LONG, LONG[:LONG.rindex(" ", 0, 81)] + "…")):
            self.assertEqual(untrue(f"because it is like {named}: stones stands in the abstract", PAPER, [title]), [])
            self.assertNotEqual(untrue(f"because it is like {named}: beavers stands in the abstract", PAPER, [title]), [])
        self.assertNotEqual(untrue("because it is like Beavers: stones stands in the abstract", PAPER, ["Otters: a study"]), [])
        self.assertNotEqual(untrue("because stones stands in the abstract", PAPER, ["Otters: a study"]), [])

    def test_a_topic_is_known_by_what_an_edition_calls_it(self) -> None:
        self.assertTrue(is_called({"about": "otters  that juggle"}, "about “otters that juggle”"))
        self.assertTrue(is_called({"about": "otters " * 20}, f"about “{('otters ' * 11).strip()}…”"))
        self.assertFalse(is_called({"about": "otters"}, "about “otters that juggle”"))
        self.assertTrue(is_called({"like": ["2605.00001", "2605.00002"]}, "like 2605.00001, 2605.00002"))
        self.assertFalse(is_called({"query": "otters"}, "about “otters”"))
        self.assertEqual(examples_of({"like": "2605.00001"}), ["2605.00001"])


if __name__ == "__main__":
    unittest.main()
