"""A week of two hundred readers: signed up, confirmed, served day by day, some leaving, the service restarted in the middle."""
from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from typing import List

from .client import FORM, JSON, Client, side_by_side
from .judge import ANSWERS, HELD, MATCHED_GOT, SENTENCES, SILENT_GOT_NONE, TRUE, UNMUTED, Judge
from .mailbox import Mailbox
from .readers import Reader, all_readers, link_scanners
from .reading import any_perhaps, any_surely
from .recordings import Paper, day_of
from .report import Broken, Report
from .service import START, Stage, wait_until

DAYS = ("2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08")
LEAVE_AFTER, RESTART_AFTER = DAYS[1], DAYS[2]
LEAVING = 20
MAILED_WITHIN = 120
UNSETTLED = "/api/admin/mails?status=QUEUED,SENDING,DEFERRED"
ONE_CLICK = b"List-Unsubscribe=One-Click"
MULTIPART = "multipart/form-data; boundary=one-click"
MULTIPART_ONE_CLICK = (b"--one-click\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--one-click--\r\n")


class Week:
    def __init__(self, stage: Stage, report: Report) -> None:
        self.stage, self.report = stage, report
        self.client: Client = stage.client
        self.mailbox = Mailbox(stage.mails)
        self.judge = Judge(self.client)
        self.readers, self.scanners = all_readers(), link_scanners()
        self.left: List[Reader] = []
        self.came_before_leaving = 0
        self.recorded = {day: day_of(stage.recordings, day) for day in DAYS}

    def play(self) -> None:
        self._closed_to_strangers()
        self._sign_up()
        self._confirm()
        try:
            for day in DAYS:
                self._serve(day)
                if day == LEAVE_AFTER:
                    self._leave()
                if day == RESTART_AFTER:
                    self._restart(day)
        except Exception:
            self._wrong_so_far()
            raise
        self._verdict()
        self._ledger()

    # --- signing up

    def _closed_to_strangers(self) -> None:
        wrong = self.client.post_json("/api/subscriptions", {"email": "no address", "timeZone": "Mars/Phobos", "topics": ["(open"]})
        fields = [str(error.get("field")) for error in wrong.json().get("errors", [])] if "json" in wrong.content_type else []
        self.report.check("a sign-up with three mistakes is refused with a problem that names all three",
                          wrong.status == 400 and wrong.content_type == "application/problem+json"
                          and all(any(field.startswith(name) for field in fields) for name in ("email", "timeZone", "topics")), wrong)
        stranger = Client(self.client.base_url, "not-the-token").round("2026-05-04T23:00:00Z")
        self.report.check("the operator's interface is closed without its token", stranger.status == 401, stranger)

    def _sign_up(self) -> None:
        everyone = self.readers + self.scanners
        answers = side_by_side(lambda reader: self.client.post_json("/api/subscriptions", reader.request), everyone)
        self.report.none(f"{len(everyone)} sign-ups are accepted with 202",
                         [f"{reader.request}: {answer}" for reader, answer in zip(everyone, answers) if answer.status != 202])
        self.report.check("every sign-up is answered with the same body", len({answer.body for answer in answers}) == 1,
                          *sorted({answer.text for answer in answers}))
        wait_until(f"{len(everyone)} confirmation mails", lambda: self.mailbox.count() >= len(everyone), MAILED_WITHIN)
        self._settle()
        came = Counter(address for mail in self.mailbox.mails for address in mail.recipients)
        self.report.equal("each address got one confirmation mail", came, Counter(reader.address for reader in everyone))

    def _confirm(self) -> None:
        by_address = {reader.address: reader for reader in self.readers + self.scanners}
        unlinked = []
        for mail in self.mailbox.mails:
            link = mail.link(self.client.base_url, "confirm")
            if link:
                by_address[mail.recipients[0]].confirm_path = self.client.path_of(link)
            else:
                unlinked.append(f"{mail.file.name}: {mail.text[:300]!r}")
        self.report.none("every confirmation mail has its link in the text", unlinked)
        pages = [self.client.send(method, reader.confirm_path) for reader in self.scanners for method in ("GET", "HEAD")]
        self.report.none("opening a confirmation link shows a page", [page for page in pages if page.status != 200])
        answers = side_by_side(lambda reader: self._post_empty(reader.confirm_path), self.readers)
        self.report.none(f"{len(self.readers)} confirmations are answered with 200",
                         [f"{reader.address}: {answer}" for reader, answer in zip(self.readers, answers) if answer.status != 200])
        again = side_by_side(lambda reader: self._post_empty(reader.confirm_path), self.readers[:10])
        self.report.none("confirming twice is answered alike", [answer for answer in again if answer.status != 200])
        for reader, answer in zip(self.readers, answers):
            if answer.status == 200:
                reader.confirmed(START)
        self._settle()
        self.report.equal("no digest leaves before a round, the schedule being off", self.mailbox.count(), len(self.readers + self.scanners))

    def _post_empty(self, path: str):
        return self.client.send("POST", path, b"", FORM)

    # --- one day

    def _serve(self, day: str) -> None:
        self._ingest(day, self.recorded[day])
        self.judge.hold(self.recorded[day])
        at = dt.datetime.fromisoformat(f"{day}T23:00:00+00:00")
        due = sum(reader.due is not None and reader.due <= at for reader in self.readers)
        answer = self._round(day)
        self.report.equal(f"{day}: the round finds the {due} readers who are due", answer.get("due"), due)
        self._nothing_new(day, "the same round again makes nothing new")
        self._settle()
        mails = self.mailbox.refresh()
        self.report.check(f"{day}: the round's {answer.get('editions')} editions became as many mails",
                          answer.get("editions") == answer.get("mails") == len(mails), answer, f"{len(mails)} mails came")
        self.report.none(f"{day}: every new mail is a digest", [mail.file.name for mail in mails if not mail.is_edition])
        self.judge.round(self.readers, mails, at)

    def _ingest(self, day: str, papers: List[Paper]) -> None:
        answer = self.client.ingest(day)
        told = answer.json() if answer.status == 200 else {}
        counts = {key: told.get(key) for key in ("verdict", "seen", "created", "rejected")}
        self.report.check(f"{day}: the ingestion brings the {len(papers)} recorded papers",
                          counts == {"verdict": "NEW_PAPERS", "seen": len(papers), "created": len(papers), "rejected": 0}, answer)
        again = self.client.ingest(day)
        told = again.json() if again.status == 200 else {}
        self.report.check(f"{day}: the same ingestion again brings nothing new",
                          (told.get("verdict"), told.get("created")) == ("NOTHING_NEW", 0), again)

    def _round(self, day: str) -> dict:
        answer = self.client.round(f"{day}T23:00:00Z")
        self.report.require(f"{day}: the round is answered with 200", answer.status == 200, answer)
        return answer.json()

    def _nothing_new(self, day: str, sentence: str) -> None:
        answer = self.client.round(f"{day}T23:00:00Z")
        told = answer.json() if answer.status == 200 else {}
        self.report.check(f"{day}: {sentence}", [told.get(key) for key in ("due", "editions", "mails")] == [0, 0, 0], answer)

    def _settle(self) -> None:
        try:
            wait_until("no mail is waiting to be sent", lambda: self.client.total(UNSETTLED) == 0, MAILED_WITHIN, pause=0.2)
        except Broken:
            self.report.none("every mail is sent in time", self.client.all_items(UNSETTLED))
            raise

    # --- leaving, restarting

    def _leave(self) -> None:
        """Twenty readers leave who would have had more: what is trending, or papers of the days to come."""
        coming = [paper for day in DAYS if day > LEAVE_AFTER for paper in self.recorded[day]]
        served = [reader for reader in self.readers if reader.last_mail and reader.frequency == "DAILY"
                  and (not reader.topics or sum(any_surely(reader.wholly_wanted, paper) and not any_perhaps(reader.mutes, paper) for paper in coming) > 1)]
        self.report.require(f"at least {2 * LEAVING} served readers have more to come", len(served) >= 2 * LEAVING, len(served))
        every = len(served) // LEAVING
        self.left, staying = served[::every][:LEAVING], served[1::every][:5]
        pages = [self.client.send(method, self._one_click(reader)) for reader in staying for method in ("GET", "HEAD")]
        self.report.none("opening an unsubscribe link shows a page", [page for page in pages if page.status != 200])
        for sentence in (f"{LEAVING} readers leave by one click", "leaving twice is answered alike"):
            answers = [self._post_one_click(reader, number) for number, reader in enumerate(self.left)]
            self.report.none(sentence, [answer for answer in answers if not 200 <= answer.status < 300 or answer.headers.get("Location")])
        for reader in self.left:
            reader.left()
        self.came_before_leaving = self.mailbox.count()

    def _one_click(self, reader: Reader) -> str:
        return self.client.path_of(reader.last_mail.one_click())

    def _post_one_click(self, reader: Reader, number: int):
        body, content_type = ((ONE_CLICK, FORM), (MULTIPART_ONE_CLICK, MULTIPART))[number % 2]
        return self.client.send("POST", self._one_click(reader), body, content_type)

    def _restart(self, day: str) -> None:
        before = self._ledger_rows()
        self.report.check("the service ends on SIGTERM", self.stage.stop_service())
        self.report.note(f"ready again after {self.stage.start_service():.1f} s")
        self._nothing_new(day, "after the restart the same round makes nothing new")
        self._settle()
        self.report.equal("no mail comes again after the restart", [mail.file.name for mail in self.mailbox.refresh()], [])
        after = self._ledger_rows()
        self.report.check("the ledger is the same after the restart", before == after,
                          f"{len(before)} rows before, {len(after)} after", *sorted(set(before) ^ set(after))[:4])
        old = next(reader.last_mail for reader in self.readers if reader.last_mail and reader not in self.left)
        opened = self.client.get(self.client.path_of(old.link(self.client.base_url, "editions")), JSON)
        self.report.check("links mailed before the restart still open", opened.status == 200, opened)

    def _ledger_rows(self) -> List[tuple]:
        return sorted((str(row["id"]), row["to"], row["kind"], row["state"], row["attempts"], row["messageId"])
                      for row in self.client.all_items("/api/admin/mails"))

    # --- the end

    def _wrong_so_far(self) -> None:
        for sentence, problems in self.judge.problems.items():
            self.report.none(f"{sentence} ({self.judge.seen[sentence]} times)", problems)

    def _verdict(self) -> None:
        judge = self.judge
        for sentence in SENTENCES:
            self.report.none(f"{sentence} ({judge.seen[sentence]} times)", judge.problems[sentence])
        for sentence, least in ((MATCHED_GOT, 100), (SILENT_GOT_NONE, 50), (ANSWERS, 300), (HELD, 50), (TRUE, 30), (UNMUTED, 30)):
            self.report.check(f"this was put to the test often enough: {sentence}", judge.seen[sentence] >= least, judge.seen[sentence])
        gone = {reader.address for reader in self.left}
        self.report.none("no mail came to those who had left",
                         [f"{address}: {mail.file.name}" for mail in self.mailbox.mails[self.came_before_leaving:]
                          for address in mail.recipients if address in gone])
        scanned = {reader.address for reader in self.scanners}
        self.report.none("no digest came to those who had not confirmed",
                         [f"{address}: {mail.file.name}" for mail in self.mailbox.mails if mail.is_edition
                          for address in mail.recipients if address in scanned])
        in_mails: Counter = Counter((address, paper) for mail in self.mailbox.mails for address in mail.recipients
                                    for paper in mail.papers(set(judge.held)))
        self.report.none("no mail repeats a paper of an earlier one", [twice for twice, times in in_mails.items() if times > 1])
        self.report.equal("every mail has an envelope sender of its own", len({mail.sender for mail in self.mailbox.mails}), len(self.mailbox.mails))
        self.report.note(f"{len(self.mailbox.mails)} mails, {len(gone)} readers left, "
                         f"{sum(not reader.editions for reader in self.readers)} readers never had a digest")

    def _ledger(self) -> None:
        rows = self.client.all_items("/api/admin/mails")
        self.report.equal("every mail in the ledger is SENT", dict(Counter(row["state"] for row in rows)), {"SENT": len(self.mailbox.mails)})
        self.report.none("no attempt's answer was lost", [row for row in rows if row["uncertain"]])
        listed = Counter((row["to"].lower(), (row["messageId"] or "").strip("<>")) for row in rows)
        came = Counter((address.lower(), mail.message_id) for mail in self.mailbox.mails for address in mail.recipients)
        self.report.none("the ledger and the sink know the same mails",
                         [f"only in the ledger: {each}" for each in listed - came] + [f"only in the sink: {each}" for each in came - listed])
        self.report.equal("the ledger names their kinds", dict(Counter(row["kind"] for row in rows)),
                          {"CONFIRMATION": len(self.readers + self.scanners), "EDITION": sum(mail.is_edition for mail in self.mailbox.mails)})


def check_mails(stage: Stage, report: Report, name: str = "mailcheck") -> None:
    """Every mail by the rules for mails, and the sink's own account of what it has seen."""
    result = stage.folder / f"{name}.json"
    checker = [sys.executable, str(stage.recordings / "tools" / "mailcheck.py"), str(stage.mails), "--kind", "auto", "--allow-http",
               "--from-domain", "paperround.example", "--json", str(result)]
    run = subprocess.run(checker, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    found = json.loads(result.read_text(encoding="utf-8")) if result.exists() else {}
    lines = [line for line in run.stdout.splitlines() if ": warning " not in line]
    report.check(f"mailcheck finds no problem in {found.get('messages')} mails",
                 run.returncode == 0 and found.get("problems") == 0, *lines[:-2][:12], *lines[-2:])
    warnings = {kind[5:]: count for kind, count in found.get("kinds", {}).items() if kind.startswith("warn:")}
    report.note(f"mailcheck warnings: {found.get('warnings')} {warnings or ''}")
    summary = stage.sink_summary()
    report.none("no mail reached the sink twice", [f"{key}: {summary[key]}" for key in (
        "duplicates_by_message_id", "duplicates_by_idempotency_header", "message_ids_shared_by_several_recipients", "messages_without_message_id")
        if summary[key]])
    report.check("the sink noted no breach of the protocol", not summary["protocol_notes"],
                 summary["protocol_notes"], summary["protocol_note_examples"])
