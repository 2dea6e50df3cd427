"""Mails by the rules for mails, as mailcheck.py sees them."""
from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterable, List

from .command import say
from .stage import FROM_DOMAIN, Stage


def mailcheck(stage: Stage, mails: Path, what: str, *more: str) -> List[str]:
    """The problems it finds in a folder of mails; none is what one hopes for."""
    tool = stage.recordings / "tools" / "mailcheck.py"
    if not tool.exists():
        say("mailcheck.py is not among the recordings' tools: mails are not checked")
        return []
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        run = subprocess.run([sys.executable, str(tool), str(mails), "--kind", "auto", "--allow-http", "--from-domain", FROM_DOMAIN,
                              "--no-warn", "--json", result.name, *more], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        found = json.loads(Path(result.name).read_text(encoding="utf-8") or "{}")
    problems = [] if run.returncode == 0 and found.get("problems") == 0 else run.stdout.splitlines()[-12:]
    say(f"{what}: mailcheck looked at {found.get('messages')} mails and found {found.get('problems')} problems")
    return [f"{what}: {line}" for line in problems]


def mailcheck_some(stage: Stage, files: Iterable[Path], what: str) -> List[str]:
    with tempfile.TemporaryDirectory() as place:
        for file in files:
            shutil.copy(file, place)
        return mailcheck(stage, Path(place), what)
