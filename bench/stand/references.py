"""What the service is measured against: Postfix's smtp-source, and nodemailer, each into the same kind of sink."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from . import Broken

from .command import say
from .figures import bytes_read

SESSIONS = 16
HEADERS_OF_SOURCE = 450     # what smtp-source and the SMTP conversation add to each payload


def postfix_tool(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    if not found:
        raise Broken(f"{name} is not there: it comes with Debian's package postfix")
    return found


def sink_command(port: int) -> List[str]:
    """Postfix's smtp-sink with a counter. As root it has to be told whom to become."""
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    return [postfix_tool("smtp-sink"), "-c", *user, f"127.0.0.1:{port}", "1024"]


@dataclass(frozen=True)
class Pace:
    per_s: float
    mail_bytes: float
    cpu_s: float = 0.0


def smtp_source(port: int, sink_pid: int, mail_bytes: float, count: int, keep_connections: bool) -> Pace:
    """Its plain form opens a connection for each mail; with -d it keeps its sixteen."""
    payload = max(100, round(mail_bytes) - HEADERS_OF_SOURCE)
    command = [postfix_tool("smtp-source"), *(["-d"] if keep_connections else []), "-s", str(SESSIONS), "-l", str(payload), "-m", str(count),
               "-f", "digest@sender.example", "-t", "reader@mail1.example", "-M", "sender.example", f"127.0.0.1:{port}"]
    read, began = bytes_read(sink_pid), time.monotonic()
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    took = time.monotonic() - began
    if run.returncode:
        raise Broken(f"smtp-source: {run.stdout[-300:]}")
    return Pace(count / took, (bytes_read(sink_pid) - read) / count)


def install_nodemailer(folder: Path) -> Optional[Path]:
    """Into a folder of its own, outside of the repository. Nothing when it cannot be had."""
    if not shutil.which("npm") or not shutil.which("node"):
        say("npm and node are not there: nodemailer is left out")
        return None
    place = folder / "nodemailer"
    place.mkdir()
    (place / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    run = subprocess.run(["npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "nodemailer"], cwd=place, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, check=False)
    if run.returncode:
        say(f"nodemailer is left out, npm could not install it: {run.stdout.strip().splitlines()[-1:]}")
        return None
    return place


def nodemailer(place: Path, port: int, sink_pid: int, mail_bytes: float, count: int) -> Pace:
    read = bytes_read(sink_pid)
    run = subprocess.run(["node", str(Path(__file__).with_name("nodemailer.mjs")), str(place), str(port), str(count), str(round(mail_bytes))],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if run.returncode:
        raise Broken(f"nodemailer: {run.stdout[-300:]}")
    told = json.loads(run.stdout)
    if told["failed"]:
        raise Broken(f"nodemailer: {told['failed']} of {count} mails failed")
    return Pace(told["sent"] / told["seconds"], (bytes_read(sink_pid) - read) / count, told["cpu"])
