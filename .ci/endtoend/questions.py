"""What can be known from outside of topics in plain words and of papers given as examples.

Nobody outside can tell which papers are near in meaning. But a reason quotes the paper it is given for, and quotes can be looked up.
"""
from __future__ import annotations

import re
from typing import Iterable, List, Optional, Union

from .recordings import Paper

Topic = Union[str, dict]
LONGEST_LABEL = 80
STANDING = re.compile(r"(?P<words>.+?)(?: stands?)? in the (?P<where>title|abstract)")
NEAR = re.compile(r"near in meaning is “(?P<sentence>.+)”$")
TITLE_NEAR = "its title is near in meaning"


def query_of(topic: Topic) -> Optional[str]:
    """The query a topic is; none where it is of another kind."""
    return topic if isinstance(topic, str) else topic.get("query")


def examples_of(topic: Topic) -> List[str]:
    """The papers a topic gives as examples."""
    named = topic.get("like", []) if isinstance(topic, dict) else []
    return [named] if isinstance(named, str) else named


def label(topic: Topic) -> str:
    """What an edition calls the topic."""
    query = query_of(topic)
    if query is not None:
        return query
    if "about" in topic:
        return f"about “{_shortened(' '.join(topic['about'].split()))}”"
    return f"like {_shortened(', '.join(examples_of(topic)))}"


def _shortened(text: str) -> str:
    """A long label is cut at a blank and ends in an ellipsis; only its beginning is promised."""
    return text if len(text) <= LONGEST_LABEL else text[:LONGEST_LABEL // 2]


def is_called(topic: Topic, name: str) -> bool:
    """Whether an edition's name for a topic is this topic's."""
    called = label(topic)
    return name == called or (query_of(topic) is None and len(called) > LONGEST_LABEL // 2 and name.startswith(called.rstrip("”")))


def untrue(reason: str, paper: Paper, examples: Iterable[str]) -> List[str]:
    """What a reason says of a paper that does not hold; examples: the titles of the papers the topic names, if it does."""
    if not reason.startswith("because "):
        return ["it begins with something else than because"]
    told, wrong = reason[len("because "):], []
    titles = list(examples)
    if titles:
        rest = next((rest for rest in (_after_title(told, title) for title in titles) if rest is not None), None)
        if rest is None:
            return ["it names no example"]
        told = rest
    near = NEAR.search(told)
    if near:
        if _squeezed(near["sentence"].rstrip("…")) not in _squeezed(f"{paper.title} {paper.abstract}"):
            wrong.append(f"the sentence is not in the paper: {near['sentence']}")
        told = told[:near.start()]
    grounds = bool(near) or TITLE_NEAR in told
    for part in STANDING.finditer(told.replace(TITLE_NEAR, "")):
        words = [word for word in re.split(r", | and |,| ", re.sub(r"^(?:,| and) ", "", part["words"])) if word and word != "and"]
        text = (paper.title if part["where"] == "title" else paper.abstract).lower()
        wrong += [f"{word} does not stand in the {part['where']}" for word in words if word.lower() not in text]
        grounds = grounds or bool(words)
    # A paper may be like another in meaning alone; a question is always answered by something that can be shown.
    return wrong if grounds or titles else wrong + ["it gives no ground"]


def _after_title(told: str, title: str) -> Optional[str]:
    """What follows on "it is like" and that title, which is cut where it is long."""
    beginning = f"it is like {title if len(title) <= LONGEST_LABEL else title[:LONGEST_LABEL // 2]}"
    if not told.startswith(beginning):
        return None
    rest = told[len(beginning):]
    return (rest if len(title) <= LONGEST_LABEL else rest.partition("…")[2]).lstrip(": ")


def _squeezed(text: str) -> str:
    """Letters and figures alone: what is TeX in an abstract is shown as text."""
    return "".join(re.findall(r"[^\W_]", re.sub(r"\\[A-Za-z]+", "", text)))
