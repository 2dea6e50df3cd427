"""Starts and stops what takes part: the packaged service, the recorded source, the SMTP sink, each in a process group of its own."""
from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Sequence

from .client import Client
from .report import Broken

START = dt.datetime(2026, 5, 3, 12, 0, tzinfo=dt.timezone.utc)
READY_WITHIN = 120
STOPPED_WITHIN = 60
FIRST_ERRORS, LONGEST_LINE = 20, 400


def wait_until(what: str, condition: Callable[[], object], seconds: float, pause: float = 0.1) -> None:
    """Comes back as soon as the condition holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Broken(f"waited {seconds:.0f} s in vain: {what}")
        time.sleep(pause)


def free_ports(count: int) -> List[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


class Child:
    """A process whose whole group ends with it."""

    def __init__(self, name: str, command: Sequence[str], log: Path, folder: Path, env: Optional[Dict[str, str]] = None,
                 user: Optional[str] = None) -> None:
        self.name = name
        account = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        with open(log, "ab") as output:
            self.process = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=output,
                                            stderr=subprocess.STDOUT, start_new_session=True, **account)

    def running(self) -> bool:
        return self.process.poll() is None

    def stop(self, within: float = 10) -> bool:
        """Asks it to end; true when it did so by itself in time."""
        if self.running():
            self.process.terminate()
        try:
            self.process.wait(within)
            return True
        except subprocess.TimeoutExpired:
            return False
        finally:
            self.kill()

    def kill(self) -> None:
        """Ends the whole group. The number of a process that is gone may be somebody else's by now, so then nothing is sent."""
        if self.running():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Stage:
    """Everything that takes part in one run, on free ports, in a folder of its own."""

    def __init__(self, jar: Path, java: str, recordings: Path, folder: Path, database: Dict[str, str]) -> None:
        self.jar, self.java, self.recordings, self.folder = jar, java, recordings, folder
        self.http_port, self.smtp_port, self.replay_port = free_ports(3)
        self.base_url = f"http://127.0.0.1:{self.http_port}"
        self.mails = folder / "mails"
        self.summary_file = folder / "sink-summary.json"
        self.service_log = folder / "service.log"
        self.env = self._configuration(database)
        self.client = Client(self.base_url, self.env["PAPERROUND_ADMIN_TOKEN"])
        self.service: Optional[Child] = None
        self.sink: Optional[Child] = None
        self.replay: Optional[Child] = None

    def _configuration(self, database: Dict[str, str]) -> Dict[str, str]:
        """The documented configuration and nothing else: the service gets no other variable, not even PATH."""
        seconds = round((START - dt.datetime.now(dt.timezone.utc)).total_seconds())
        return {
            "QUARKUS_HTTP_PORT": str(self.http_port),
            "QUARKUS_MAILER_HOST": "127.0.0.1",
            "QUARKUS_MAILER_PORT": str(self.smtp_port),
            "QUARKUS_MAILER_FROM": "Paperround <digest@paperround.example>",
            "PAPERROUND_BASE_URL": self.base_url,
            "PAPERROUND_SECRET": secrets.token_urlsafe(40),
            "PAPERROUND_ADMIN_TOKEN": secrets.token_urlsafe(24),
            "PAPERROUND_POSTAL_ADDRESS": "Paperround, 1 Letterbox Lane, 12345 Newtown",
            "PAPERROUND_CLOCK_OFFSET": f"PT{seconds}S",
            "PAPERROUND_SOURCES_HUGGINGFACE_URL": f"http://127.0.0.1:{self.replay_port}",
            "PAPERROUND_SOURCES_HUGGINGFACE_CRON": "off",
            "PAPERROUND_SOURCES_ARXIV_RSS_URL": f"http://127.0.0.1:{self.replay_port}/rss",
            "PAPERROUND_SOURCES_ARXIV_OAI_URL": f"http://127.0.0.1:{self.replay_port}/oai",
            "PAPERROUND_SOURCES_ARXIV_API_URL": f"http://127.0.0.1:{self.replay_port}/api/query",
            "PAPERROUND_SOURCES_ARXIV_CATEGORIES": "cs.CL,cs.LG",
            "PAPERROUND_SOURCES_ARXIV_CRON": "off",
            "PAPERROUND_DIGEST_CRON": "off",
            "PAPERROUND_SIGNUP_MAX_PER_CLIENT_PER_HOUR": "0",
            "PAPERROUND_DELIVERY_CONNECTIONS": "4",
            **database,
        }

    # --- the recorded source

    def start_replay(self, *faults: str) -> None:
        self.stop_replay()
        command = [sys.executable, str(self.recordings / "tools" / "replay-sources.py"), "--port", str(self.replay_port),
                   "--data", str(self.recordings / "data")]
        for fault in faults:
            command += ["--fault", fault]
        self.replay = Child("replay-sources", command, self.folder / "replay.log", self.folder)
        wait_until("the recorded source listens", lambda: answers(self.replay_port) or not self.replay.running(), 60)
        if not self.replay.running():
            raise Broken(f"replay-sources.py ended: {tail(self.folder / 'replay.log', 5)}")

    def stop_replay(self) -> None:
        if self.replay:
            self.replay.stop()

    def source_requests(self) -> List[dict]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.replay_port}/replay/requests", timeout=10) as response:
            return json.load(response)

    # --- the SMTP sink

    def start_sink(self) -> None:
        command = [sys.executable, str(self.recordings / "tools" / "smtp-sink.py"), "--port", str(self.smtp_port),
                   "--out", str(self.mails), "--summary", str(self.summary_file)]
        self.sink = Child("smtp-sink", command, self.folder / "sink.log", self.folder)
        wait_until("the SMTP sink listens", lambda: answers(self.smtp_port), 30)

    def sink_summary(self) -> dict:
        """Ends the sink, which then says what it has seen."""
        self.sink.stop()
        return json.loads(self.summary_file.read_text(encoding="utf-8"))

    # --- the service

    def start_service(self) -> float:
        """Seconds until the service was ready."""
        began = time.monotonic()
        self.service = Child("service", [self.java, "-Xmx512m", "-jar", str(self.jar)], self.service_log, self.folder, self.env)
        wait_until("the service is ready", lambda: self._ready() or not self.service.running(), READY_WITHIN, pause=0.5)
        if not self.service.running():
            raise Broken(f"the service ended with exit code {self.service.process.returncode}")
        return time.monotonic() - began

    def _ready(self) -> bool:
        with contextlib.suppress(OSError, ValueError):
            return self.client.get("/q/health/ready", timeout=5).status == 200
        return False

    def stop_service(self) -> bool:
        return self.service.stop(STOPPED_WITHIN)

    def close(self) -> None:
        for child in (self.service, self.replay, self.sink):
            if child:
                child.stop()


@contextlib.contextmanager
def stage(jar: Path, java: str, recordings: Path, database: Optional[Dict[str, str]], keep: bool) -> Iterator[Stage]:
    folder = Path(tempfile.mkdtemp(prefix="paperround-endtoend-"))
    try:
        database = database or {"QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:h2:file:{folder}/paperround"}
        played = Stage(jar, java, recordings, folder, database)
        try:
            yield played
        finally:
            played.close()
    finally:
        if keep:
            print(f"# kept: {folder}", flush=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def tail(log: Path, lines: int) -> str:
    """The end of a log, after the first errors in it that are not in that end."""
    if not log.exists():
        return ""
    told = [line[:LONGEST_LINE] for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    errors = [line for line in told[:-lines] if " ERROR " in line or line.startswith("Caused by")]
    errors = list(dict.fromkeys(errors))[:FIRST_ERRORS]
    return "\n".join(errors + (["..."] if errors else []) + told[-lines:])
