"""The yardstick itself is measured here: stemmer, query reading, slots."""
from __future__ import annotations

import datetime as dt
import unittest

from .reading import QueryError, parse, perhaps, surely
from .readers import ASKED, COUNT, SILENT, Reader, all_readers
from .recordings import Paper
from .stemming import akin, stem

PAPER = Paper(
    id="2605.00001",
    title="Optimizing Vision-Language Agents: a C++ toolkit",
    abstract="We train diffusion models. Reinforcement learning from feedback improves GPT-4 agents, and the "
             "transformers see text. A chain of thought helps (in most cases) when André's robot plans.",
    authors=("Ada M. Example", "José Núñez", "Wei Chen"),
    organisations=("University of Examples", "ExampleUniversity"),
    votes=7,
    announced_at=dt.datetime(2026, 5, 4, tzinfo=dt.timezone.utc))


class StemmingTest(unittest.TestCase):
    def test_words_lose_the_endings_the_paper_on_it_lists(self) -> None:
        for word, short in (("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("hopping", "hop"), ("falling", "fall"),
                            ("filing", "file"), ("relational", "relat"), ("vietnamization", "vietnam"), ("formative", "form"),
                            ("electrical", "electr"), ("adjustable", "adjust"), ("adoption", "adopt"), ("probate", "probat"),
                            ("controlling", "control"), ("sky", "sky"), ("happy", "happi")):
            self.assertEqual(stem(word), short, word)

    def test_forms_of_a_word_are_akin_and_different_words_are_not(self) -> None:
        for one, other in (("agents", "agentic"), ("generation", "generative"), ("focusing", "focus"), ("deployment", "deploy"), ("first", "firstly")):
            self.assertTrue(akin(one, other), (one, other))
        for one, other in (("model", "modal"), ("image", "imagine"), ("video", "vision"), ("token", "took")):
            self.assertFalse(akin(one, other), (one, other))


class ReadingTest(unittest.TestCase):
    def both(self, query: str, sure: bool, possible: bool) -> None:
        self.assertEqual((surely(query, PAPER), perhaps(query, PAPER)), (sure, possible), query)

    def test_words_stand_in_title_or_abstract(self) -> None:
        self.both("diffusion", True, True)
        self.both("toolkit feedback", True, True)
        self.both("toolkit harpsichord", False, False)
        self.both("optimization", False, True)
        self.both("agent", False, True)

    def test_phrases_stand_in_a_row(self) -> None:
        self.both('"reinforcement learning"', True, True)
        self.both('"learning reinforcement"', False, False)
        self.both('"chain of thought"', True, True)
        self.both('"diffusion model"', False, True)
        self.both('"models reinforcement"', False, True)    # across the end of a sentence: not for sure

    def test_what_a_tokeniser_could_see_otherwise_is_not_sure(self) -> None:
        self.both("vision-language", True, True)
        self.both('"vision language"', False, True)
        self.both("gpt4", False, True)
        self.both("andre", False, True)
        self.both("cases", True, True)

    def test_operators(self) -> None:
        self.both("diffusion AND feedback", True, True)
        self.both("harpsichord OR feedback", True, True)
        self.both("(harpsichord OR diffusion) AND (feedback OR zymurgy)", True, True)
        self.both("diffusion AND (harpsichord OR zymurgy)", False, False)

    def test_an_exclusion_swaps_sure_and_possible(self) -> None:
        self.both("diffusion -harpsichord", True, True)
        self.both("diffusion NOT feedback", False, False)
        self.both("diffusion -agent", False, True)
        self.both("feedback NOT (harpsichord OR zymurgy)", True, True)
        self.both('-"reinforcement learning" diffusion', False, False)

    def test_fields(self) -> None:
        self.both("title:toolkit", True, True)
        self.both("title:diffusion", False, False)
        self.both("abstract:toolkit", False, False)
        self.both("author:chen", True, True)
        self.both("author:nunez", False, True)
        self.both('author:"Wei Chen"', True, True)
        self.both('author:"Chen Wei"', False, True)
        self.both('author:"Ada Chen"', False, False)
        self.both('org:"University of Examples"', True, True)
        self.both("org:ExampleUniversity", False, True)
        self.both("org:diffusion", False, False)
        self.both("cat:cs.CL", False, False)

    def test_beginnings_of_words_are_not_stemmed(self) -> None:
        self.both("transformer*", True, True)
        self.both("title:transformer*", False, False)
        self.both("optimizations*", False, False)

    def test_what_is_no_operator_is_text(self) -> None:
        self.both("C++", True, True)
        self.both("C#", False, False)
        self.both("feedback?", True, True)
        self.both("TCP/IP", False, False)
        self.both("graph: theory", False, False)

    def test_stop_words_do_not_count(self) -> None:
        self.both("the diffusion", True, True)

    def test_what_can_be_read_in_two_ways_is_refused(self) -> None:
        for query in ("a1 AND b1 OR c1", "b1 c1 OR d1", "(b1", "b1)", "b1 AND", "OR b1", "the"):
            with self.assertRaises(QueryError, msg=query):
                parse(query)

    def test_every_topic_of_the_readers_can_be_read(self) -> None:
        for query in ASKED + SILENT:
            parse(query)


class ReadersTest(unittest.TestCase):
    def slot(self, at: str, **request: object) -> str:
        reader = Reader(dict(request), "someone@mail.example")
        reader.served(dt.datetime.fromisoformat(at))
        return f"{reader.due:%Y-%m-%dT%H:%MZ} {reader.period}"

    def test_there_are_two_hundred_of_them_and_always_the_same(self) -> None:
        self.assertEqual(len({reader.address.lower() for reader in all_readers()}), COUNT)
        self.assertEqual([reader.request for reader in all_readers()], [reader.request for reader in all_readers()])

    def test_the_next_slot_is_the_first_one_after_the_round(self) -> None:
        monday_night = "2026-05-04T23:00:00+00:00"
        self.assertEqual(self.slot(monday_night), "2026-05-05T07:00Z 2026-05-05")
        self.assertEqual(self.slot(monday_night, deliverAt="23:00"), "2026-05-05T23:00Z 2026-05-05")
        self.assertEqual(self.slot(monday_night, timeZone="Asia/Tokyo"), "2026-05-05T22:00Z 2026-05-06")
        self.assertEqual(self.slot(monday_night, timeZone="America/New_York", deliverAt="23:59"), "2026-05-05T03:59Z 2026-05-04")
        self.assertEqual(self.slot(monday_night, frequency="WEEKLY"), "2026-05-11T07:00Z 2026-05-11")
        self.assertEqual(self.slot(monday_night, frequency="WEEKLY", weekday="WEDNESDAY"), "2026-05-06T07:00Z 2026-05-06")

    def test_weekdays_are_those_of_the_reader(self) -> None:
        thursday_night = "2026-05-07T23:00:00+00:00"
        self.assertEqual(self.slot(thursday_night, frequency="WEEKDAYS"), "2026-05-08T07:00Z 2026-05-08")
        self.assertEqual(self.slot(thursday_night, frequency="WEEKDAYS", timeZone="Asia/Tokyo"), "2026-05-10T22:00Z 2026-05-11")


if __name__ == "__main__":
    unittest.main()
