"""The tools around the service: started, used and stopped as the scenario does it. Skipped where there are no recordings."""
from __future__ import annotations

import contextlib
import email.message
import email.policy
import email.utils
import io
import os
import smtplib
import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from .mailbox import Mailbox
from .recordings import day_of
from .report import Report
from .service import Stage, answers
from .week import check_mails

RECORDINGS = Path(os.environ.get("PAPERROUND_RECORDINGS", "../shared")).resolve()
DAY = "2026-05-04"


@unittest.skipUnless((RECORDINGS / "tools" / "smtp-sink.py").exists(), "no recordings")
class PlumbingTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.stage = Stage(Path("none.jar"), "java", RECORDINGS, Path(folder.name), {})
        self.addCleanup(self.stage.close)

    def test_the_recorded_source_starts_fails_on_request_and_starts_again(self) -> None:
        url = f"http://127.0.0.1:{self.stage.replay_port}/api/daily_papers?date={DAY}"
        self.stage.start_replay("503:all")
        with self.assertRaises(urllib.error.HTTPError):
            urllib.request.urlopen(url, timeout=10)
        self.assertEqual([request["status"] for request in self.stage.source_requests()], [503])
        self.stage.start_replay()
        with urllib.request.urlopen(url, timeout=10) as response:
            self.assertEqual(response.status, 200)
        self.stage.stop_replay()
        self.assertFalse(answers(self.stage.replay_port))

    def test_a_mail_is_read_from_the_sink_and_passes_the_checker(self) -> None:
        paper = day_of(RECORDINGS, DAY)[0]
        self.stage.start_sink()
        with smtplib.SMTP("127.0.0.1", self.stage.smtp_port) as server:
            server.sendmail("v1@paperround.example", ["reader@mail.example"], self._digest(paper.id))
        mailbox = Mailbox(self.stage.mails)
        [mail] = mailbox.refresh()
        self.assertEqual(mailbox.refresh(), [])
        self.assertEqual(mail.recipients, ["reader@mail.example"])
        self.assertTrue(mail.is_edition)
        self.assertEqual(mail.papers({paper.id}), [paper.id])
        self.assertEqual(mail.papers_in_html({paper.id}), [paper.id])
        self.assertEqual(mail.papers({"2605.99999"}), [])
        self.assertEqual(mail.link(self.stage.base_url, "editions"), f"{self.stage.base_url}/editions/{'e' * 30}")
        self.assertEqual(mail.one_click(), f"{self.stage.base_url}/unsubscribe/{'u' * 30}")
        report = Report()
        with contextlib.redirect_stdout(io.StringIO()):
            check_mails(self.stage, report)
        self.assertEqual((report.passed, report.failed), (3, 0))
        self.assertFalse(answers(self.stage.smtp_port))

    def _digest(self, paper: str) -> bytes:
        base = self.stage.base_url
        mail = email.message.EmailMessage(policy=email.policy.SMTP.clone(max_line_length=74))
        mail["From"] = "Paperround <digest@paperround.example>"
        mail["To"] = "reader@mail.example"
        mail["Subject"] = "One paper for you"
        mail["Date"] = email.utils.formatdate()
        mail["Message-ID"] = "<1.test@paperround.example>"
        mail["List-Id"] = "Paperround <digest.paperround.example>"
        mail["List-Unsubscribe"] = f"<{base}/unsubscribe/{'u' * 30}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        links = (f"https://arxiv.org/abs/{paper}v2", f"{base}/editions/{'e' * 30}", f"{base}/unsubscribe/{'u' * 30}")
        mail.set_content("A paper, the edition, and the way to unsubscribe:\n\n" + "\n".join(links) + "\n", cte="quoted-printable")
        mail.add_alternative("<!doctype html><html lang=\"en\"><head><title>One paper</title></head><body><h1>One paper</h1>"
                             + "".join(f"<p><a href=\"{link}\">{name}</a></p>" for link, name in zip(links, ("Paper", "Edition", "Unsubscribe")))
                             + "</body></html>\n", subtype="html", cte="quoted-printable")
        return mail.as_bytes()


if __name__ == "__main__":
    unittest.main()
