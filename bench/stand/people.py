"""Readers by the ten thousand: who they are, what they ask for, and how they come into the service."""
from __future__ import annotations

import csv
import io
import itertools
import json
import random
import tempfile
import time
from dataclasses import dataclass
from typing import IO, Iterable, Iterator, List, Sequence

from endtoend.client import FORM, JSON, Answer, Client, side_by_side
from . import Broken
from endtoend.service import wait_until

from .command import say
from .stage import Stage

# What research papers of these years are about; two or three of them make a topic that a recorded fortnight answers.
WORDS = (
    "reasoning", "agents", "video", "diffusion", "multimodal", "alignment", "retrieval", "robotics", "benchmark", "planning", "memory", "attention",
    "reward", "policy", "tokens", "inference", "segmentation", "editing", "speech", "code", "search", "navigation", "simulation", "safety", "privacy",
    "translation", "compression", "quantization", "distillation", "pretraining", "transformer", "embedding", "generation", "evaluation", "optimization",
    "preference", "instruction", "dialogue", "tutoring", "mathematics", "geometry", "physics", "chemistry", "biology", "medicine", "climate", "finance",
    "graph", "tabular", "audio", "music", "image", "camera", "depth", "motion", "avatar", "animation", "rendering", "scene", "spatial", "temporal",
    "long-context", "hallucination", "calibration", "uncertainty", "robustness", "interpretability", "scaling", "routing", "experts", "caching",
    "parallel", "decoding", "sampling", "latent", "flow", "autoregressive", "world", "embodied", "manipulation", "tool", "web", "browser", "software",
    "verification", "proof", "synthetic", "dataset", "annotation", "curriculum", "exploration", "imitation", "feedback", "self-improvement",
)
TOPICS = 2000
BY_SIGN_UP_AT_MOST = 3000
IMPORT = "/api/admin/subscribers/import?first=now"
IMPORT_WITHIN = 7200


@dataclass(frozen=True)
class Person:
    address: str
    topics: Sequence[str]
    max_papers: int = 10


def topics() -> List[str]:
    """Always the same 2,000, each of three words that any paper may hold."""
    dice = random.Random(20260514)
    triples = list(itertools.combinations(WORDS, 3))
    return [" OR ".join(each) for each in dice.sample(triples, TOPICS)]


def crowd(count: int, first: int = 0, max_papers: int = 10, domains: int = 20) -> Iterator[Person]:
    """Readers with one to five topics each, every mix another; the same number is always the same reader."""
    asked = topics()
    for number in range(first, first + count):
        dice = random.Random(number)
        yield Person(f"reader.{number:07d}@mail{number % domains}.example", dice.sample(asked, dice.choice((1, 2, 2, 3, 3, 4, 5))), max_papers)


def bring(stage: Stage, client: Client, people: Iterable[Person], count: int) -> float:
    """All of them confirmed and due now. Rows a second; by sign-up and confirmation where the service has no import."""
    few = list(people) if count <= BY_SIGN_UP_AT_MOST else []
    with tempfile.TemporaryFile() as file:
        _write(file, few or people)
        began = time.monotonic()
        answer = client.send("POST", IMPORT, file, "text/csv; charset=utf-8", JSON, True, timeout=IMPORT_WITHIN)
        took = time.monotonic() - began
    if answer.status in (404, 405):
        return _sign_up(stage, client, few, count)
    if answer.status // 100 != 2:
        raise Broken(f"the import was refused: {answer}")
    if answer.json().get("imported") != count:
        raise Broken(f"of {count:,} readers not all were imported: {answer}")
    say(f"import of {count:,} readers in {took:.1f} s")
    return count / took


def _write(file: IO[bytes], people: Iterable[Person]) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    rows = csv.writer(text)
    rows.writerow(("email", "topics", "maxPapers", "consentAt", "consentSource"))
    for person in people:
        rows.writerow((person.address, json.dumps(list(person.topics)), person.max_papers, "2026-01-15T09:00:00Z", "bench"))
    text.flush()
    text.detach()
    file.seek(0)


def _sign_up(stage: Stage, client: Client, people: List[Person], count: int) -> float:
    if len(people) < count:
        raise Broken(f"this service has no import, and {count:,} readers are too many to sign up one by one")
    say(f"this service has no import: {count:,} readers sign up and confirm one by one")
    began, before = time.monotonic(), stage.mailbox.count()
    refused = [answer for answer in side_by_side(lambda person: _sign(client, person), people) if answer.status != 202]
    if refused:
        raise Broken(f"a sign-up was refused: {refused[0]}")
    wait_until("the confirmation mails", lambda: stage.mailbox.count() >= before + len(people), 60 + len(people) / 5)
    links = [mail.link(stage.base_url, "confirm") for mail in stage.mailbox.mails[before:]]
    confirmed = side_by_side(lambda link: client.send("POST", link[len(stage.base_url):], b"", FORM), [link for link in links if link])
    if len(confirmed) < count or any(answer.status != 200 for answer in confirmed):
        raise Broken(f"{len(confirmed)} of {count} could confirm")
    return count / (time.monotonic() - began)


def _sign(client: Client, person: Person) -> Answer:
    return client.post_json("/api/subscriptions", {"email": person.address, "topics": list(person.topics), "maxPapers": person.max_papers})
