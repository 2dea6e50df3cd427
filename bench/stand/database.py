"""The two databases: a file of H2 for each run, and a PostgreSQL of its own that can be killed."""
from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Dict, Iterator, List, Optional

from . import Broken
from endtoend.service import Child, tail, wait_until

from .figures import children
from .ports import steady_ports


def h2(folder: Path) -> Dict[str, str]:
    return {"QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:h2:file:{folder}/paperround"}


class Postgres:
    """One cluster with PostgreSQL's durable defaults (fsync and synchronous_commit on). It does not run as root."""

    def __init__(self, folder: Path) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
        if not found:
            raise Broken("no PostgreSQL in /usr/lib/postgresql")
        self.bin, self.folder, self.port = found[-1], folder, steady_ports(1)[0]
        self.password = secrets.token_hex(16)
        self.user = "postgres" if os.geteuid() == 0 else None
        self.child: Optional[Child] = None
        self._databases = 0
        if self.user:
            shutil.chown(folder, self.user)
        self._run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
                  "--auth-local=trust", "--auth-host=scram-sha-256")

    def start(self) -> None:
        self.child = Child("postgresql", [str(self.bin / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port),
                                          "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.folder}",
                                          "-c", "shared_buffers=256MB", "-c", "max_connections=200"],
                           self.folder / "log", self.folder, user=self.user)
        wait_until("PostgreSQL is ready", lambda: self._ready() or not self.child.running(), 60)
        if not self.child.running():
            raise Broken(f"PostgreSQL ended: {tail(self.folder / 'log', 5)}")

    def _ready(self) -> bool:
        command = [str(self.bin / "pg_isready"), "-q", "-h", str(self.folder), "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0

    def new_database(self) -> Dict[str, str]:
        if not self._databases:
            self.sql(f"create role paperround login password '{self.password}'")
        self._databases += 1
        name = f"paperround{self._databases}"
        self.sql(f"create database {name} owner paperround")
        return {"QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://127.0.0.1:{self.port}/{name}",
                "QUARKUS_DATASOURCE_USERNAME": "paperround", "QUARKUS_DATASOURCE_PASSWORD": self.password}

    def sql(self, statement: str, database: str = "postgres") -> str:
        return self._run("psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-p", str(self.port), "-U", "postgres",
                         "-d", database, "-c", statement)

    def version(self) -> str:
        return self._run("postgres", "--version").strip()

    def processes(self) -> List[int]:
        return [self.child.process.pid, *children(self.child.process.pid)] if self.child and self.child.running() else []

    def kill(self) -> None:
        """As a machine's memory killer does it: the postmaster and everything it started, without a word."""
        doomed = self.processes()
        for pid in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.child.process.wait()
        wait_until("the processes of PostgreSQL are gone", lambda: not any(os.path.exists(f"/proc/{pid}") for pid in doomed), 30)

    def stop(self) -> None:
        if self.child and self.child.running():
            self.child.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.child.process.wait(20)
            if self.child.running():
                self.kill()

    def _run(self, program: str, *arguments: str) -> str:
        account = {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}
        run = subprocess.run([str(self.bin / program), *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, check=False, **account)
        if run.returncode:
            raise Broken(f"{program}: {run.stdout[-400:]}")
        return run.stdout


@contextlib.contextmanager
def postgres() -> Iterator[Postgres]:
    folder = Path(tempfile.mkdtemp(prefix="paperround-postgresql-"))
    cluster = None
    try:
        cluster = Postgres(folder)
        cluster.start()
        yield cluster
    finally:
        if cluster:
            cluster.stop()
        for _ in range(3):
            shutil.rmtree(folder, ignore_errors=True)
            if folder.exists():
                time.sleep(0.3)
