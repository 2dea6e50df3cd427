"""The two hundred readers: who they are, what they ask for and when they want it."""
from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Set, Tuple
from zoneinfo import ZoneInfo

from .questions import Topic, query_of

COUNT = 200
WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
UTC = dt.timezone.utc
FIRST = "FIRST"

ASKED = (
    # words and phrases
    "diffusion", "benchmark", "robot", "segmentation", "retrieval", "hallucination", "GRPO", "agents", "multimodal", "music", "patent",
    "video generation", "world model", "reinforcement learning", "token efficient", "speech synthesis", "point cloud", "skill discovery",
    '"reinforcement learning"', '"video generation"', '"large language models"', '"world models"', '"autonomous driving"', '"chain of thought"',
    '"test time scaling"', '"vision-language"', "on-policy", "text-to-image", "3D", "embeddings",
    # operators
    "robot OR driving", "speech AND audio", "diffusion AND video", "agents AND skills", "(speech OR audio) AND language",
    "(diffusion OR autoregressive) AND (video OR image)", "diffusion NOT video", "agents -medical", "reasoning -video -image",
    "benchmark NOT (agents OR video)", '"language models" -multimodal', "retrieval OR search OR ranking", "(reward OR policy) AND optimization",
    "distillation NOT diffusion", "-diffusion video",
    # fields
    "title:diffusion", "title:agents", 'title:"world model"', "title:benchmark OR title:benchmarking", "abstract:tokenizer", 'abstract:"code"',
    "title:video -abstract:diffusion", "author:Chen", "author:Zhang OR author:Wang", 'author:"Hao Zhao"', "author:Kim reasoning", "org:Tencent",
    "org:ByteDance", 'org:"Peking University"', 'org:"University of Hong Kong"', "org:Apple OR org:Microsoft", "org:University AND reasoning",
    "author:Liu AND title:video",
    # beginnings of words
    "transformer*", "gaussian*", "hallucinat*", "quantiz*", "title:bench*", "multilingual* OR crosslingual*", "splat* 3D", "geo* AND spatial*",
    # what is no operator is plain text
    "RLHF?", "TCP/IP", "Q&A", "C++", "graph: theory", "state-of-the-art video", "fine-tuning", "A/B testing", "self-attention",
)
SILENT = (
    "zymurgy", '"underwater basket weaving"', "title:numismatics", "author:Montgolfier", 'org:"Miskatonic University"', "zeppelin* AND harpsichord",
    "cat:cs.CL", "cat:math.*", '"diffusion harpsichord"', "diffusion AND campanology", "harpsichord NOT video", "title:philately OR abstract:philately",
)
# In plain words, or like papers of the week: some are held by then, some come later.
QUESTIONS = (
    {"about": "how language model agents learn skills and use them again"}, {"like": "2605.00658"},
    {"about": "Generating long videos as a stream, faster, without losing quality.", "strength": "many"},
    {"like": ["2605.02881", "2605.00416"], "strength": "few"}, {"about": "benchmarks for agents in medicine", "strength": "few"},
    {"like": "arXiv:2605.04461v1", "strength": "many"}, {"query": "diffusion", "strength": "few"},
    {"query": "benchmark OR video", "strength": "many"},
)
UNRELATED = (
    {"about": "silver coins of Hellenistic Bactria, their mints and hoards", "strength": "few"},
    {"about": "Parish registers of eighteenth-century Cornwall and the wages of tin miners."},
)
MUTED = (["title:video"], [{"query": "benchmark"}, "org:Tencent"], [UNRELATED[1]], ["reinforcement learning"])
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "Asia/Kathmandu",
         "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Africa/Nairobi", "Australia/Lord_Howe")
HOURS = ("07:00", "06:30", "08:15", "18:45", "00:00", "12:00", "23:00", "23:59")


@dataclass
class Edition:
    at: dt.datetime
    period: Optional[str]
    sections: Dict[str, List[str]]      # section -> paper ids

    def papers(self) -> List[str]:
        return [paper for papers in self.sections.values() for paper in papers]


@dataclass
class Reader:
    request: dict                       # what is posted, the defaults left out
    address: str                        # as it goes over the wire
    due: Optional[dt.datetime] = None   # none before confirmation and after leaving
    period: str = FIRST
    offered: Set[str] = field(default_factory=set)
    editions: List[Edition] = field(default_factory=list)
    confirm_path: str = ""
    last_mail: object = None

    @property
    def topics(self) -> List[Topic]:
        return self.request.get("topics", [])

    @property
    def queries(self) -> List[str]:
        """The topics whose answers can be told by their words."""
        return [query for query in map(query_of, self.topics) if query is not None]

    @property
    def wholly_wanted(self) -> List[str]:
        """The queries of which all answers are wanted, not only the best."""
        return [query_of(each) for each in self.topics if isinstance(each, str) or "query" in each and each.get("strength") != "few"]

    @property
    def questions(self) -> List[dict]:
        """The topics in plain words and those that name papers."""
        return [each for each in self.topics if query_of(each) is None]

    @property
    def mutes(self) -> List[str]:
        return [query for query in map(query_of, self.request.get("mute", [])) if query is not None]

    @property
    def mutes_unread(self) -> bool:
        """Whether something is muted of which nobody outside can tell what it hides."""
        return any(query_of(each) is None and each not in UNRELATED for each in self.request.get("mute", []))

    @property
    def max_papers(self) -> int:
        return self.request.get("maxPapers", 10)

    @property
    def trending(self) -> bool:
        return self.request.get("trending", not self.topics)

    @property
    def send_empty(self) -> bool:
        return self.request.get("sendEmpty", False)

    @property
    def frequency(self) -> str:
        return self.request.get("frequency", "DAILY")

    def confirmed(self, at: dt.datetime) -> None:
        self.due, self.period = at, FIRST

    def served(self, at: dt.datetime) -> None:
        """A round has passed: the next slot is the first one after it."""
        self.due, day = self._slot_after(at)
        self.period = day.isoformat()

    def left(self) -> None:
        self.due = None

    def _slot_after(self, at: dt.datetime) -> Tuple[dt.datetime, dt.date]:
        zone = ZoneInfo(self.request.get("timeZone", "UTC"))
        hour = dt.time.fromisoformat(self.request.get("deliverAt", "07:00"))
        today = at.astimezone(zone).date()
        for day in (today + dt.timedelta(days=ahead) for ahead in range(-1, 9)):
            if self.frequency == "WEEKDAYS" and day.weekday() > 4:
                continue
            if self.frequency == "WEEKLY" and WEEKDAYS[day.weekday()] != self.request.get("weekday", "MONDAY"):
                continue
            slot = dt.datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)
            if slot > at:
                return slot, day
        raise AssertionError("every frequency has a slot within nine days")


def all_readers() -> List[Reader]:
    """Always the same: 20 only want what is trending, 24 have topics that nothing answers, 12 want to hear even that, 144 are others.
    Of all that have topics some ask in plain words or by examples too, and some mute."""
    dice = random.Random(20260503)
    return [_reader(number, dice) for number in range(COUNT)]


def link_scanners() -> List[Reader]:
    """Signed up, but only a mail gateway has opened the links: they confirm nothing."""
    return [Reader({"email": f"scanned.{number}@gateway.example", "topics": ["diffusion"]}, f"scanned.{number}@gateway.example")
            for number in range(3)]


def _reader(number: int, dice: random.Random) -> Reader:
    address, on_the_wire = _address(number)
    request: dict = {"email": address}
    if number >= 3:                     # the first three take every default
        request.update(timeZone=dice.choice(ZONES), deliverAt=dice.choice(HOURS), maxPapers=dice.choice((1, 2, 3, 5, 10, 50)),
                       frequency=dice.choice(("DAILY",) * 7 + ("WEEKDAYS",) * 2 + ("WEEKLY",)))
    if request.get("frequency") == "WEEKLY":
        request["weekday"] = dice.choice(WEEKDAYS)
    if number < 20:
        if number >= 10:
            request.update(topics=[], trending=True)
    elif number < 44:
        request["topics"] = dice.sample(SILENT, dice.choice((1, 2, 3)))
        if number % 3 == 0:
            request["topics"].append(UNRELATED[number % len(UNRELATED)])
        request["trending"] = number % 2 == 0
    elif number < 56:
        request.update(topics=dice.sample(SILENT, 2), trending=number % 2 == 0, sendEmpty=True)
    else:
        first = ASKED[(number - 56) % len(ASKED)]
        others = [topic for topic in dice.sample(ASKED, dice.choice((0, 0, 1, 2, 4))) if topic != first]
        request["topics"] = [first] + others
        if number % 3 == 0:
            request["trending"] = True
        if number % 11 == 0:
            request["sendEmpty"] = True
        if number % 5 == 0:
            request["topics"].append(QUESTIONS[number // 5 % len(QUESTIONS)])
        if number % 15 == 0:            # nothing beside it
            request["topics"] = request["topics"][-1:]
        if number % 7 == 0:
            request["mute"] = MUTED[number // 7 % len(MUTED)]
    if number % 4 == 1 and request.get("topics"):
        request["topics"] = [{"query": topic} if isinstance(topic, str) else topic for topic in request["topics"]]
    return Reader(request, on_the_wire)


def _address(number: int) -> Tuple[str, str]:
    """The address as typed, and as it goes over the wire: only the domain is rewritten."""
    if number % 40 == 7:
        return f"Leserin.{number}@bücher.example", f"Leserin.{number}@xn--bcher-kva.example"
    if number % 40 == 8:
        return f"reader+papers{number}@Mail.Example", f"reader+papers{number}@mail.example"
    return f"reader.{number:03d}@mail{number % 5}.example", f"reader.{number:03d}@mail{number % 5}.example"
