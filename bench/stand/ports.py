"""Ports that stay ours when their listener is gone for a while."""
from __future__ import annotations

import contextlib
import random
import socket
from typing import List

# Below the range the system takes for outgoing connections: a client that knocks at a closed port of that range can meet itself.
LOWEST, HIGHEST = 15000, 30000


def steady_ports(count: int) -> List[int]:
    found: List[int] = []
    for port in random.sample(range(LOWEST, HIGHEST), 2000):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            found.append(port)
        if len(found) == count:
            return found
    raise OSError("no free ports")
