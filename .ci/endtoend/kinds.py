"""Topics of every kind, asked and muted, weak and strong, and what readers say of the papers that came.

A dozen readers are served after the week, at its last instant, when nobody else is due.
"""
from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import Dict, List, Set

from .client import FORM, JSON, Answer, Client
from .judge import HELD, SENTENCES, TRUE, Judge
from .mailbox import TOKEN, Mail, Mailbox
from .previews import NOBODYS, Previews
from .readers import Reader
from .recordings import Paper, day_of
from .report import Report
from .service import START, Stage, wait_until
from .week import DAYS

EARLIER = ("2026-04-29", "2026-04-30", "2026-05-01")
FIRST_ROUND, SECOND_ROUND = (dt.datetime(2026, 5, 8, 23, minute, tzinfo=dt.timezone.utc) for minute in (0, 5))
WITHIN = 120
STREAMING, STREAMING_TOO, EXAMPLE = "2605.04461", "2605.03849", "2605.00658"
VIDEO, ROBOT = "2605.00658", "2605.00416"       # of two subjects, and both answer the query of those who give feedback
EITHER = "title:video OR title:robot"
ALIKE = {VIDEO: "2605.99001", ROBOT: "2605.99002"}
TITLES = {VIDEO: "Versatile Video by Diffusion Priors, Seen Again", ROBOT: "Robot Policies by a Learning Fleet, Seen Again"}


class Kinds:
    def __init__(self, stage: Stage, report: Report) -> None:
        self.stage, self.report = stage, report
        self.client: Client = stage.client
        self.mailbox = Mailbox(stage.mails)
        self.judge = Judge(self.client)
        self.papers = {paper.id: paper for day in EARLIER + DAYS for paper in day_of(stage.recordings, day)}
        self.readers = {name: Reader({"email": f"{name}@kinds.example", "maxPapers": 50, "deliverAt": "23:05", **asked}, f"{name}@kinds.example")
                        for name, asked in self._asked().items()}
        self.preferences: Dict[str, str] = {}

    def _asked(self) -> Dict[str, dict]:
        streaming = {"about": self.papers[STREAMING].abstract}
        wide = [streaming, {"like": EXAMPLE, "strength": "many"}, "diffusion"]
        muted = ["title:diffusion", {"about": self.papers[STREAMING_TOO].abstract}, {"like": [STREAMING_TOO]}]
        return {
            "pasted": {"topics": [streaming]},
            "example": {"topics": [{"like": EXAMPLE}]},
            **{strength: {"topics": [{**streaming, "strength": strength}]} for strength in ("few", "normal", "many")},
            "open": {"topics": wide},
            "muting": {"topics": wide, "mute": muted},
            "fetching": {"topics": [{"like": NOBODYS, "strength": "many"}]},
            **{name: {"topics": [EITHER]} for name in ("video", "robot", "silent", "wavering")},
        }

    def play(self) -> None:
        self._earlier_days()
        self._sign_up()
        self._serve(FIRST_ROUND)
        self._first_digests()
        mails = {name: reader.last_mail for name, reader in self.readers.items()}
        self._feedback(mails["video"], "video", VIDEO, ROBOT)
        self._feedback(mails["robot"], "robot", ROBOT, VIDEO)
        self._withdrawn(mails["wavering"])
        self._alike()
        self._serve(SECOND_ROUND)
        self._second_digests()
        for sentence in SENTENCES:
            if self.judge.seen[sentence]:
                self.report.none(f"topics of every kind: {sentence} ({self.judge.seen[sentence]} times)", self.judge.problems[sentence])
        for sentence in (HELD, TRUE):
            self.report.check(f"topics of every kind put this to the test: {sentence}", self.judge.seen[sentence] >= 10, self.judge.seen[sentence])
        self._leave()

    # --- signing up, being served

    def _earlier_days(self) -> None:
        for day in EARLIER:
            self.report.equal(f"{day}, which is past: its ingestion is answered with 200", self.client.ingest(day).status, 200)
        self.judge.hold(list(self.papers.values()))
        Previews(self.client, self.report, [paper for paper in self.papers.values() if paper.announced_at <= START]).play()

    def _sign_up(self) -> None:
        self.mailbox.refresh()
        answers = [self.client.post_json("/api/subscriptions", reader.request) for reader in self.readers.values()]
        self.report.none("sign-ups with topics and mutes of every kind are accepted with 202", [answer for answer in answers if answer.status != 202])
        for name, mail in self._mails_of_all("confirm").items():
            answer = self._post(self.client.path_of(mail.link(self.client.base_url, "confirm")))
            if self.report.check(f"{name} confirms", answer.status == 200, answer):
                self.readers[name].confirmed(START)
        for reader in self.readers.values():
            self.client.post_json("/api/subscriptions/link", {"email": reader.address})
        for name, mail in self._mails_of_all("preferences").items():
            self.preferences[name] = mail.link(self.client.base_url, "preferences").rpartition("/")[2]
        kept = {name: self.client.get(f"/api/subscriptions/{token}", JSON).json() for name, token in self.preferences.items()}
        self.report.none("the topics and mutes are kept as they were asked",
                         [(name, kept[name].get(field), reader.request[field]) for name, reader in self.readers.items()
                          for field in ("topics", "mute") if field in reader.request and not _same(kept[name].get(field), reader.request[field])])

    def _mails_of_all(self, link: str) -> Dict[str, Mail]:
        """The mails that bring everybody a link of their own."""
        came: Dict[str, Mail] = {}
        names = {reader.address: name for name, reader in self.readers.items()}

        def all_came() -> bool:
            came.update({names[mail.recipients[0]]: mail for mail in self.mailbox.refresh() if mail.link(self.client.base_url, link)})
            return len(came) == len(names)

        wait_until(f"a mail with a link to {link} for everybody", all_came, WITHIN)
        return came

    def _serve(self, at: dt.datetime) -> None:
        answer = self.client.round(at.isoformat().replace("+00:00", "Z"))
        told = answer.json() if answer.status == 200 else {}
        self.report.equal(f"topics of every kind: the round of {at:%H:%M} finds those readers and nobody else", told.get("due"), len(self.readers))
        if at == FIRST_ROUND:
            self._fetched()
        mails: List[Mail] = []
        wait_until("the mails of the round", lambda: mails.extend(self.mailbox.refresh()) or len(mails) >= told.get("mails", 0), WITHIN)
        self.judge.round(list(self.readers.values()), mails, at)

    def _fetched(self) -> None:
        """The recorded source knows no paper as old as the clock: what was fetched is as new as any other."""
        asked = [each["path"] for each in self.stage.source_requests() if NOBODYS in each["path"]]
        self.report.check("the example nobody held is fetched, and asked for once", len(asked) == 1, asked)
        answer = self.client.get(f"/api/papers/{NOBODYS}", JSON)
        self.report.require("and it is there", answer.status == 200, answer)
        told = answer.json()
        self.judge.hold([Paper(NOBODYS, told["title"], told["abstract"], tuple(told["authors"]), (), told["votes"],
                               dt.datetime.fromisoformat(told["announcedAt"].replace("Z", "+00:00")))])

    # --- what came

    def _came(self, name: str, edition: int = 0) -> List[str]:
        editions = self.readers[name].editions
        return editions[edition].papers() if len(editions) > edition else []

    def _first_digests(self) -> None:
        came: Dict[str, Set[str]] = {name: set(self._came(name)) for name in self.readers}
        self.report.equal("who pasted an abstract got its paper first", self._came("pasted")[:1], [STREAMING])
        self.report.check("who named an example got papers like it, and not itself", came["example"] and EXAMPLE not in came["example"], came["example"])
        self.report.check("who wants few gets less than who wants many of the same, and nothing else",
                          came["few"] and came["few"] <= came["normal"] <= came["many"] and came["few"] < came["many"],
                          *(f"{name}: {sorted(came[name])}" for name in ("few", "normal", "many")))
        self.report.note(f"few, normal and many: {[len(came[name]) for name in ('few', 'normal', 'many')]}")
        self.report.check("who mutes gets less than who asks the same, and nothing else", came["muting"] and came["muting"] < came["open"],
                          sorted(came["muting"] - came["open"]), len(came["open"]))
        self.report.check("what is muted in plain words and by an example does not come",
                          STREAMING_TOO in came["open"] and STREAMING_TOO not in came["muting"], sorted(came["open"]))
        self.report.check("papers like the fetched one came, and not itself", came["fetching"] and NOBODYS not in came["fetching"], came["fetching"])
        self.report.check("who gives feedback has papers to give it on", {VIDEO, ROBOT} <= came["video"] & came["robot"] & came["wavering"])

    # --- more like this, less like this

    def _links(self, mail: Mail, text: str) -> Dict[tuple, str]:
        links = re.findall(rf"{re.escape(self.client.base_url)}(/feedback/{TOKEN}/(more|less)/([\w./-]+))", text)
        return {(want, paper): path for path, want, paper in links}

    def _feedback(self, mail: Mail, name: str, more: str, less: str) -> None:
        links = self._links(mail, mail.text)
        shown = mail.papers(set(self.judge.held))
        self.report.check(f"{name}: under every paper of the mail stand more and less, in text and HTML",
                          set(links) == {(want, paper) for want in ("more", "less") for paper in shown} and links == self._links(mail, mail.html), links)
        wanted = [links["less", more], links["more", more], links["less", less]]    # of the first the last word counts
        pages = [self.client.send(method, path) for path in wanted for method in ("GET", "HEAD")]
        self.report.none(f"{name}: opening a feedback link shows a page", [page for page in pages if page.status != 200])
        self.report.equal(f"{name}: and says nothing", self._said(name), [])
        answers = [self._post(path) for path in wanted]
        self.report.none(f"{name}: its button is answered with 200", [answer for answer in answers if answer.status != 200])
        self.report.equal(f"{name}: the list holds what was said last of each paper", self._said(name), [(less, "LESS"), (more, "MORE")])
        page = self.client.get(f"/preferences/{self.preferences[name]}")
        self.report.check(f"{name}: the preferences page shows it", page.status == 200
                          and all(f"/feedback/{paper}" in page.text for paper in (more, less)), page)
        stranger = self._post(wanted[0].replace(more, "2604.25917"))
        forged = self._post(re.sub(r"/feedback/[^/]+", "/feedback/" + "x" * 40, wanted[0]))
        self.report.equal(f"{name}: of papers of no such edition, and by a forged link, nothing is said",
                          (stranger.status, forged.status, len(self._said(name))), (404, 404, 2))

    def _withdrawn(self, mail: Mail) -> None:
        links = self._links(mail, mail.text)
        for path in (links["more", ROBOT], links["less", VIDEO]):
            self._post(path)
        self.report.equal("wavering: two papers are spoken of", len(self._said("wavering")), 2)
        taken = self._post(links["more", ROBOT].replace("/more/", "/withdraw/"))
        self.report.equal("wavering: what was said is taken back by the mail's link", (taken.status, self._said("wavering")), (200, [(VIDEO, "LESS")]))
        path = f"/api/subscriptions/{self.preferences['wavering']}/feedback/{VIDEO}"
        answers = [self.client.send("DELETE", path).status for _ in range(2)]
        self.report.equal("wavering: and by the API, twice alike", (answers, self._said("wavering")), ([204, 204], []))

    def _said(self, name: str) -> List[tuple]:
        answer = self.client.get(f"/api/subscriptions/{self.preferences[name]}/feedback", JSON)
        return [(item["paper"], item["want"]) for item in answer.json()["items"]] if answer.status == 200 else [(str(answer), "")]

    def _alike(self) -> None:
        """Two papers come, each like one of those that were spoken of; they were announced in the week."""
        day = f"{DAYS[-1]}T00:00:00Z"
        new = [Paper(ALIKE[old], TITLES[old], self.papers[old].abstract, (), (), 0, dt.datetime.fromisoformat(day.replace("Z", "+00:00")))
               for old in ALIKE]
        answer = self.client.post_json("/api/admin/papers", [{"id": paper.id, "title": paper.title, "abstract": paper.abstract,
                                                              "announcedAt": day} for paper in new], admin=True)
        self.report.check("the operator brings two papers", answer.status == 200 and answer.json().get("created") == 2, answer)
        self.judge.hold(new)

    def _second_digests(self) -> None:
        video, robot, silent, wavering = (self._came(name, 1) for name in ("video", "robot", "silent", "wavering"))
        self.report.equal("feedback brings no other papers, nor hides any", {frozenset(each) for each in (video, robot, silent)}, {frozenset(ALIKE.values())})
        self.report.equal("what is like the paper of which more is wanted comes first", (video, robot),
                          ([ALIKE[VIDEO], ALIKE[ROBOT]], [ALIKE[ROBOT], ALIKE[VIDEO]]))
        self.report.equal("feedback that was taken back changes nothing", wavering, silent)

    def _leave(self) -> None:
        answers = [self.client.send("DELETE", f"/api/subscriptions/{token}") for token in self.preferences.values()]
        self.report.equal("topics of every kind: all readers erase themselves", Counter(answer.status for answer in answers), {204: len(self.readers)})
        gone = self.client.get(f"/api/subscriptions/{self.preferences['video']}/feedback", JSON)
        self.report.check("and with them goes what they said", gone.status in (404, 410), gone)

    def _post(self, path: str) -> Answer:
        return self.client.send("POST", path, b"", FORM)


def _same(kept: list, asked: list) -> bool:
    def plain(topics: list) -> List[object]:
        return [{**topic, "like": topic["like"] if isinstance(topic["like"], list) else [topic["like"]]}
                if isinstance(topic, dict) and "like" in topic else topic for topic in topics]
    # What is normal is not given back.
    asked = [{key: value for key, value in topic.items() if value != "normal"} if isinstance(topic, dict) else topic for topic in asked]
    return plain(kept) == plain(asked)
