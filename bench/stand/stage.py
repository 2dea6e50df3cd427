"""One run: a database, one or more instances of the service, an SMTP sink and, where wanted, a recorded source; all on ports that stay."""
from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Sequence

from endtoend.client import Client
from endtoend.mailbox import Mailbox
from . import Broken
from endtoend.service import Child, answers, tail, wait_until

from .command import say
from .ports import steady_ports

READY_WITHIN, STOPPED_WITHIN, LOG_LINES = 180, 60, 30
FROM_DOMAIN = "paperround.example"


class Service:
    """One instance: it can be killed, told to stop, and started again under the same name and settings."""

    def __init__(self, stage: "Stage", name: str) -> None:
        self.stage, self.name = stage, name
        self.port = steady_ports(1)[0]
        self.log = stage.folder / f"{name}.log"
        self.env = {**stage.env, "QUARKUS_HTTP_PORT": str(self.port), "QUARKUS_MAILER_OWN_HOST_NAME": f"{name}.test"}
        self.client = Client(f"http://127.0.0.1:{self.port}", stage.env["PAPERROUND_ADMIN_TOKEN"])
        self.child: Optional[Child] = None

    @property
    def pid(self) -> int:
        return self.child.process.pid

    def start(self) -> None:
        command = [self.stage.java, f"-Xmx{self.stage.heap}", "-XX:+UseParallelGC", "-jar", str(self.stage.jar)]
        self.child = Child(self.name, command, self.log, self.stage.folder, self.env)
        wait_until(f"{self.name} is ready", lambda: self.ready() or not self.child.running(), READY_WITHIN, pause=0.2)
        if not self.child.running():
            raise Broken(f"{self.name} ended with exit code {self.child.process.returncode}: {tail(self.log, 8)}")

    def ready(self) -> bool:
        with contextlib.suppress(OSError, ValueError):
            return self.client.get("/q/health/ready", timeout=5).status == 200
        return False

    def kill(self) -> None:
        self.child.kill()

    def terminate(self) -> bool:
        """SIGTERM; true when it ended by itself."""
        return self.child.stop(STOPPED_WITHIN)


class Stage:
    def __init__(self, jar: Path, java: str, heap: str, recordings: Path, folder: Path, clock: dt.datetime, settings: Dict[str, str]) -> None:
        self.jar, self.java, self.heap, self.recordings, self.folder = jar.resolve(), java, heap, recordings, folder
        self.clock = clock
        self.smtp_port, self.replay_port = steady_ports(2)
        self.store_in("mails")
        seconds = round((clock - dt.datetime.now(dt.timezone.utc)).total_seconds())
        self.env = {
            "QUARKUS_HTTP_HOST": "127.0.0.1",
            "QUARKUS_MAILER_HOST": "127.0.0.1",
            "QUARKUS_MAILER_PORT": str(self.smtp_port),
            "QUARKUS_MAILER_FROM": f"Paperround <digest@{FROM_DOMAIN}>",
            "PAPERROUND_BASE_URL": "http://127.0.0.1:8080",
            "PAPERROUND_SECRET": secrets.token_urlsafe(40),
            "PAPERROUND_ADMIN_TOKEN": secrets.token_urlsafe(24),
            "PAPERROUND_POSTAL_ADDRESS": "Paperround, 1 Letterbox Lane, 12345 Newtown",
            "PAPERROUND_CLOCK_OFFSET": f"PT{seconds}S",
            "PAPERROUND_SOURCES_HUGGINGFACE_URL": f"http://127.0.0.1:{self.replay_port}",
            "PAPERROUND_SOURCES_HUGGINGFACE_CRON": "off",
            "PAPERROUND_SOURCES_ARXIV_CRON": "off",
            "PAPERROUND_DIGEST_CRON": "off",
            "PAPERROUND_SIGNUP_MAX_PER_CLIENT_PER_HOUR": "0",
            **settings,
        }
        self.services: List[Service] = []
        self.sink: Optional[Child] = None
        self.replay: Optional[Child] = None

    def store_in(self, name: str) -> None:
        """Where the sink that is started next keeps its mails."""
        self.mails = self.folder / name
        self.mailbox = Mailbox(self.mails)

    @property
    def base_url(self) -> str:
        """What links in mails begin with; the pages answer on each instance's own port."""
        return self.env["PAPERROUND_BASE_URL"]

    def add_service(self, name: str = "service") -> Service:
        made = Service(self, name)
        self.services.append(made)
        made.start()
        return made

    # --- the sink that stores, and misbehaves on request

    def start_sink(self, *arguments: str) -> None:
        command = [sys.executable, str(self.recordings / "tools" / "smtp-sink.py"), "--port", str(self.smtp_port), "--out", str(self.mails), *arguments]
        self.start_as_sink(command)

    def start_as_sink(self, command: Sequence[str]) -> None:
        self.sink = Child("sink", command, self.folder / "sink.log", self.folder)
        wait_until("the sink listens", lambda: answers(self.smtp_port) or not self.sink.running(), 30)
        if not self.sink.running():
            raise Broken(f"the sink ended: {tail(self.folder / 'sink.log', 5)}")

    def stop_sink(self) -> None:
        self.sink.stop()

    def kill_sink(self) -> None:
        self.sink.kill()

    # --- the recorded source

    def start_replay(self, data: Optional[Path] = None, today: Optional[dt.date] = None) -> None:
        command = [sys.executable, str(self.recordings / "tools" / "replay-sources.py"), "--port", str(self.replay_port),
                   "--data", str(data or self.recordings / "data"), *(["--today", str(today)] if today else [])]
        self.replay = Child("replay-sources", command, self.folder / "replay.log", self.folder)
        wait_until("the recorded source listens", lambda: answers(self.replay_port) or not self.replay.running(), 60)

    def close(self) -> None:
        for service in self.services:
            if service.child and service.child.running():
                service.child.stop(STOPPED_WITHIN)
        for child in (self.replay, self.sink):
            if child:
                child.stop()


@contextlib.contextmanager
def closing(stage: Stage) -> Iterator[Stage]:
    """On an error the processes are killed; there is nothing left to wait for."""
    try:
        yield stage
    except BaseException:
        for service in stage.services:
            if service.child:
                say(f"the end of {service.name}'s log:")
                print(tail(service.log, LOG_LINES), flush=True)
                service.kill()
        raise
    finally:
        stage.close()
