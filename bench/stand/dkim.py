"""A DKIM key for a trial, and the settings that make the service sign with it (docs/operating.md)."""
from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Dict

from .stage import FROM_DOMAIN

SELECTOR = "paperround"


@dataclass(frozen=True)
class Key:
    settings: Dict[str, str]
    txt: str                    # the DNS name and its TXT record, as mailcheck.py wants them


def make(folder: Path) -> Key:
    pem, bare = folder / "dkim.pem", folder / "dkim.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", str(pem)], check=True,
                   stderr=subprocess.DEVNULL)
    bare.write_text(_body(pem.read_text()), encoding="ascii")
    public = subprocess.run(["openssl", "pkey", "-in", str(pem), "-pubout"], check=True, stdout=subprocess.PIPE, text=True).stdout
    settings = {"ENABLED": "true", "PRIVATE_KEY_PATH": str(bare), "SDID": FROM_DOMAIN, "SELECTOR": SELECTOR, "HEADER_CANON_ALGO": "RELAXED",
                "BODY_CANON_ALGO": "RELAXED", "SIGNED_HEADERS": "From,To,Subject,Date,Message-ID,List-Unsubscribe,List-Unsubscribe-Post"}
    return Key({f"QUARKUS_MAILER_DKIM_{name}": value for name, value in settings.items()},
               f"{SELECTOR}._domainkey.{FROM_DOMAIN}=v=DKIM1; k=rsa; p={_body(public).replace(chr(10), '')}")


def _body(pem: str) -> str:
    return "\n".join(line for line in pem.splitlines() if not line.startswith("-----"))
