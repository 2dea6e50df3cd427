"""What was checked and how it ended, one line each."""
from __future__ import annotations

from typing import Iterable

EXAMPLES = 5


class Broken(Exception):
    """Going on makes no sense: something every later step needs is not there."""


class Report:
    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def check(self, sentence: str, holds: bool, *details: object) -> bool:
        if holds:
            self.passed += 1
            print(f"ok - {sentence}", flush=True)
        else:
            self.failed += 1
            print(f"not ok - {sentence}", flush=True)
            for detail in details:
                print(f"#   {str(detail)[:600]}", flush=True)
        return holds

    def equal(self, sentence: str, found: object, expected: object) -> bool:
        return self.check(sentence, found == expected, f"found {found!r}, expected {expected!r}")

    def none(self, sentence: str, problems: Iterable[object]) -> bool:
        """Holds when there are no problems; shows a few of them otherwise."""
        problems = list(problems)
        shown = problems[:EXAMPLES] + ([f"... and {len(problems) - EXAMPLES} more"] if len(problems) > EXAMPLES else [])
        return self.check(sentence, not problems, *shown)

    def require(self, sentence: str, holds: bool, *details: object) -> None:
        if not self.check(sentence, holds, *details):
            raise Broken(sentence)

    def note(self, text: str) -> None:
        print(f"# {text}", flush=True)
