"""What came out of the relay: the mails in the sink's folder, in the order they arrived."""
from __future__ import annotations

import email
import email.policy
import json
import re
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import List, Optional, Set

PAPER_LINK = re.compile(r"https?://(?:[a-z.]*arxiv\.org|huggingface\.co)/[a-z]+/(\d{4}\.\d{4,5})", re.I)
TOKEN = r"[A-Za-z0-9._~-]+"


class Mail:
    def __init__(self, file: Path, envelope: dict) -> None:
        self.file = file
        self.number: int = envelope["n"]
        self.sender: str = envelope["mail_from"]
        self.recipients: List[str] = envelope["rcpt_to"]
        self.sink_message_id: str = envelope["msgid"] or ""
        self.edition: Optional[str] = envelope["idem"]
        self.came_at: float = envelope["time"]
        self.helo: str = envelope["helo"] or ""

    @cached_property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.file.read_bytes(), policy=email.policy.default)

    @cached_property
    def text(self) -> str:
        return self._part("plain")

    @cached_property
    def html(self) -> str:
        return self._part("html")

    def _part(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return part.get_content() if part else ""

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"] or "").strip().strip("<>")

    @property
    def is_edition(self) -> bool:
        return self.message["List-Unsubscribe"] is not None

    def link(self, base_url: str, kind: str) -> Optional[str]:
        """The service's own link of that kind: confirm, editions, preferences or unsubscribe."""
        found = re.search(rf"{re.escape(base_url)}/{kind}/{TOKEN}", self.text)
        return found.group(0).rstrip(".") if found else None

    def one_click(self) -> Optional[str]:
        """The web address in List-Unsubscribe (RFC 2369), for the post of RFC 8058."""
        value = re.sub(r"\s+", "", str(self.message["List-Unsubscribe"] or ""))
        found = re.search(r"<(https?://[^>]+)>", value)
        return found.group(1) if found else None

    def papers(self, known: Set[str]) -> List[str]:
        """The known papers the text part links to, each once, in its order."""
        return [each for each in dict.fromkeys(PAPER_LINK.findall(self.text)) if each in known]

    def papers_in_html(self, known: Set[str]) -> List[str]:
        return [each for each in dict.fromkeys(PAPER_LINK.findall(self.html)) if each in known]


class Mailbox:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mails: List[Mail] = []
        self._read_to = 0

    def refresh(self) -> List[Mail]:
        """The mails that came since the last look."""
        envelopes = self.folder / "envelopes.jsonl"
        if not envelopes.exists():
            return []
        with open(envelopes, "rb") as lines:
            lines.seek(self._read_to)
            block = lines.read()
        block = block[:block.rfind(b"\n") + 1]
        self._read_to += len(block)
        fresh = [Mail(self.folder / envelope["file"], envelope) for envelope in map(json.loads, block.splitlines())]
        self.mails += fresh
        return fresh

    def count(self) -> int:
        self.refresh()
        return len(self.mails)
