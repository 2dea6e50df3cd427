"""Whether a round gave every reader what the rules promise, nothing else and nothing twice."""
from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from typing import Dict, List, Optional

from .client import JSON, Client
from .mailbox import Mail
from .questions import examples_of, is_called, untrue
from .readers import FIRST, UNRELATED, Edition, Reader
from .reading import any_perhaps, any_surely
from .recordings import Paper

TRENDING_BACK = dt.timedelta(days=3)
TRENDING_SECTION = 3
SECTIONS = ("MATCH", "TRENDING", "MORE")
SAYS_NOTHING_MATCHED = re.compile(r"\b(?:nothing|none|no\s+(?:new\s+)?(?:papers?|match\w*)|not\s+(?:one|a\s+single))\b", re.I)

# What is found wrong is kept under the sentence it contradicts.
DUE_ONLY = "only readers who were due got an edition, and one each"
MATCHED_GOT = "every due reader with a new matching paper got an edition"
SILENT_GOT_NONE = "no reader without a new matching paper got one, trending or not"
EMPTY_GOT = "every due reader who asked for empty digests got one when nothing matched, and it says so"
TRENDING_GOT = "every due reader of trending papers alone got an edition"
ANSWERS = "every paper matched by a query answers one of its reader's by an independent reading"
HELD = "every paper matched by plain words or by examples is one of those held, and its topic one of its reader's"
TRUE = "what is said of why a paper answers plain words or is like another stands in that paper"
NO_EXAMPLE = "no paper came by a topic that gives it as an example"
UNMUTED = "no paper came, matched or trending, that surely answers what its reader mutes"
COMPLETE = "every paper that surely answers a query and no mute was offered at the reader's next round"
ONCE = "no paper came twice to anyone, in mails or on the editions' pages"
TWINS = "text, HTML and JSON of every edition show the same papers"
BOUNDED = "no edition holds more matched papers than its reader wants, nor fewer while more are listed"
EXPLAINED = "every matched paper says which topics and why"
TRENDING = "trending sections hold the most voted papers since the reader's last edition"
PERIODS = "every edition carries the period of its slot"
LINKED = "every edition opens from the link in its mail"
SENTENCES = (DUE_ONLY, MATCHED_GOT, SILENT_GOT_NONE, EMPTY_GOT, TRENDING_GOT, ANSWERS, HELD, TRUE, NO_EXAMPLE, UNMUTED, COMPLETE,
             ONCE, TWINS, BOUNDED, EXPLAINED, TRENDING, PERIODS, LINKED)


class Judge:
    def __init__(self, client: Client) -> None:
        self.client = client
        self.held: Dict[str, Paper] = {}
        self.problems: Dict[str, List[str]] = defaultdict(list)
        self.seen: Counter = Counter()      # how often each promise was put to the test

    def hold(self, papers: List[Paper]) -> None:
        self.held.update((paper.id, paper) for paper in papers)

    def round(self, readers: List[Reader], mails: List[Mail], at: dt.datetime) -> None:
        """Judges the mails of the round at that instant, and moves the readers on."""
        arrived: Dict[str, List[Mail]] = defaultdict(list)
        for mail in mails:
            for recipient in mail.recipients:
                arrived[recipient].append(mail)
        known = {reader.address for reader in readers}
        for stranger in arrived.keys() - known:
            self._wrong(DUE_ONLY, f"{stranger} is no reader who may get mail")
        for reader in readers:
            self._reader(reader, arrived[reader.address], at)

    def _reader(self, reader: Reader, mails: List[Mail], at: dt.datetime) -> None:
        due = reader.due is not None and reader.due <= at
        if len(mails) > (1 if due else 0):
            self._wrong(DUE_ONLY, f"{len(mails)} editions to {reader.address}, due {reader.due}, at {at}")
        if due:
            self._expected(reader, bool(mails), at)
        for mail in mails:
            self.seen[DUE_ONLY] += 1
            if not due:
                continue
            reader.last_mail = mail
            edition = self._edition(reader, mail, at)
            if edition:
                self._content(reader, mail, edition)
                reader.offered |= set(edition.papers())
                reader.editions.append(edition)
        if due:
            reader.served(at)

    # --- whether there should be a mail

    def _expected(self, reader: Reader, came: bool, at: dt.datetime) -> None:
        new = [paper for paper in self.held.values() if paper.announced_at <= at and paper.id not in reader.offered]
        if not reader.topics:
            if any(paper.votes for paper in self._since(reader, at, new)):
                self._holds(TRENDING_GOT, came, f"{reader.address} at {at} got none")
        elif any(self._must_come(reader, paper) for paper in new):
            self._holds(MATCHED_GOT, came, f"{reader.address} asks {reader.topics}, at {at} got none")
        elif reader.send_empty:
            if reader.period != FIRST:      # a first digest with nothing in it may be left out
                self._holds(EMPTY_GOT, came, f"{reader.address} at {at} got none")
        elif not any(self._may_come(reader, paper) for paper in new):
            self._holds(SILENT_GOT_NONE, not came, f"{reader.address} asks {reader.topics}, at {at} got one")

    @staticmethod
    def _must_come(reader: Reader, paper: Paper) -> bool:
        return any_surely(reader.wholly_wanted, paper) and not any_perhaps(reader.mutes, paper) and not reader.mutes_unread

    @staticmethod
    def _may_come(reader: Reader, paper: Paper) -> bool:
        """Questions nothing answers aside, every paper may answer one."""
        asked = any(question not in UNRELATED for question in reader.questions)
        return (asked or any_perhaps(reader.queries, paper)) and not any_surely(reader.mutes, paper)

    # --- what should be in it

    def _edition(self, reader: Reader, mail: Mail, at: dt.datetime) -> Optional[Edition]:
        """The edition's own account of itself, from the link in the mail."""
        link = mail.link(self.client.base_url, "editions")
        if not self._holds(LINKED, link is not None, f"{mail.file.name} to {reader.address} has no link to its edition"):
            return None
        path = self.client.path_of(link)
        answer = self.client.get(path, JSON)
        if not self._holds(LINKED, answer.status == 200 and answer.content_type == JSON, f"{path}: {answer}"):
            return None
        told = answer.json()
        edition = Edition(at, told.get("period"), {section: [] for section in SECTIONS})
        for item in told["items"]:
            paper = item["paper"]["id"] if isinstance(item["paper"], dict) else item["paper"]
            edition.sections.setdefault(item["section"], []).append(paper)
            if item["section"] == "MATCH":
                self._holds(EXPLAINED, bool(item.get("topics")) and bool(item.get("reason")), f"{reader.address}: {item}")
            if item["section"] != "TRENDING":
                self._matched(reader, paper, item)
        self._holds(PERIODS, edition.period == reader.period, f"{reader.address}: {edition.period}, expected {reader.period}")
        return edition

    def _matched(self, reader: Reader, paper: str, item: dict) -> None:
        """What a matched paper came for: a query can be read, of questions only what is said is looked into."""
        problem, held = f"{reader.address}: {paper} for {item.get('topics')}, {item.get('reason')}", self.held.get(paper)
        named = [question for question in reader.questions for name in item.get("topics") or [] if is_called(question, name)]
        if not named:
            self._holds(ANSWERS, held is not None and any_perhaps(reader.queries, held), problem)
            return
        self._holds(HELD, held is not None, problem)
        self._holds(NO_EXAMPLE, any(paper not in " ".join(examples_of(question)) for question in named), problem)
        if held and len(item["topics"]) == len(named) == 1:
            examples = [self.held[each].title for each in self.held if each in " ".join(examples_of(named[0]))]
            wrong = untrue(item.get("reason") or "", held, examples)
            self._holds(TRUE, not wrong, f"{problem}: {'; '.join(wrong)}")

    def _content(self, reader: Reader, mail: Mail, edition: Edition) -> None:
        matched, trending, more = (edition.sections[section] for section in SECTIONS)
        offered = edition.papers()
        self._holds(ONCE, len(offered) == len(set(offered)) and not reader.offered & set(offered),
                    f"{mail.file.name} to {reader.address}: {sorted(reader.offered & set(offered)) or offered}")
        shown, known = mail.papers(set(self.held)), set(self.held)
        self._holds(TWINS, set(shown) == set(matched + trending) == set(mail.papers_in_html(known)),
                    f"{mail.file.name} to {reader.address}: text {shown}, HTML {mail.papers_in_html(known)}, JSON {matched + trending}")
        for paper in offered if reader.mutes else ():
            self._holds(UNMUTED, paper in self.held and not any_surely(reader.mutes, self.held[paper]),
                        f"{mail.file.name} to {reader.address}: {self.held.get(paper, paper)} in spite of {reader.mutes}")
        for paper in self.held.values():
            if paper.announced_at <= edition.at and paper.id not in reader.offered and self._must_come(reader, paper):
                self._holds(COMPLETE, paper.id in offered, f"{mail.file.name} to {reader.address} lacks {paper} for {reader.topics}")
        self._holds(BOUNDED, len(matched) <= reader.max_papers and (not more or len(matched) == reader.max_papers),
                    f"{mail.file.name} to {reader.address}: {len(matched)} and {len(more)} more, wants {reader.max_papers}")
        if reader.send_empty and not matched:
            self._holds(EMPTY_GOT, bool(SAYS_NOTHING_MATCHED.search(mail.text)), f"{mail.file.name} does not say that nothing matched")
        self._trending(reader, mail, edition)

    def _trending(self, reader: Reader, mail: Mail, edition: Edition) -> None:
        matched, trending, more = (edition.sections[section] for section in SECTIONS)
        could = [paper for paper in self.held.values() if paper.announced_at <= edition.at and paper.id not in reader.offered
                 and paper.id not in matched + more and not any_surely(reader.mutes, paper)]
        candidates = {paper.id: paper.votes for paper in self._since(reader, edition.at, could)}
        most = 0 if not reader.trending else TRENDING_SECTION if reader.topics else reader.max_papers
        # Who has no vote may be left out, and so may what is perhaps muted.
        voted = [paper for paper, votes in candidates.items() if votes and not any_perhaps(reader.mutes, self.held[paper])]
        least_voted = min((candidates.get(paper, -1) for paper in trending), default=0)
        passed_over = [paper for paper in voted if candidates[paper] > least_voted and paper not in trending]
        self._holds(TRENDING, set(trending) <= candidates.keys() and min(most, len(voted)) <= len(trending) <= most
                    and not (trending and passed_over), f"{mail.file.name} to {reader.address}: {trending} of {candidates}, at most {most}")

    @staticmethod
    def _since(reader: Reader, at: dt.datetime, papers: List[Paper]) -> List[Paper]:
        since = at - TRENDING_BACK
        if reader.editions:
            since = max(since, reader.editions[-1].at)
        return [paper for paper in papers if since < paper.announced_at <= at]

    # --- keeping the books

    def _holds(self, sentence: str, holds: bool, problem: str) -> bool:
        self.seen[sentence] += 1
        if not holds:
            self._wrong(sentence, problem)
        return holds

    def _wrong(self, sentence: str, problem: str) -> None:
        self.problems[sentence].append(problem)
