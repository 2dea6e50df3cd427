"""The recorded Hugging Face days, read directly, as the yardstick for what the service makes of them."""
from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Tuple


@dataclass(frozen=True, eq=False)
class Paper:
    id: str
    title: str
    abstract: str
    authors: Tuple[str, ...]
    organisations: Tuple[str, ...]      # the full name first, then the handle; empty when unknown
    votes: int
    announced_at: dt.datetime

    def __str__(self) -> str:
        return f"{self.id} ({self.title[:60]})"


def day_of(recordings: Path, day: str) -> List[Paper]:
    entries = json.loads((recordings / "data" / "hf-daily" / f"{day}.json").read_text(encoding="utf-8"))
    midnight = dt.datetime.fromisoformat(day).replace(tzinfo=dt.timezone.utc)
    papers: Dict[str, Paper] = {}
    for entry in entries:
        paper = entry["paper"]
        organisation = paper.get("organization") or entry.get("organization") or {}
        names = (organisation.get("fullname"), organisation.get("name"))
        papers.setdefault(paper["id"], Paper(
            id=paper["id"],
            title=" ".join(paper["title"].split()),
            abstract=" ".join(paper["summary"].split()),
            authors=tuple(author["name"] for author in paper["authors"] if author.get("name")),
            organisations=tuple(name.strip() for name in names if name and name.strip()),
            votes=paper.get("upvotes") or 0,
            announced_at=midnight))
    return list(papers.values())
