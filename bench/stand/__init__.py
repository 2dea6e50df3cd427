"""What the measuring and torturing programs share: they see the packaged service from outside, over HTTP and SMTP only.

Processes, the HTTP client and the report are those of the check from outside, in .ci/endtoend.
"""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE / ".ci"))

from endtoend.report import Broken  # noqa: E402  (found through the line above)

__all__ = ["HERE", "Broken"]
