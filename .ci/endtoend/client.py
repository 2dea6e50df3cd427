"""The service's HTTP interface as a program sees it: no cookies, no redirects followed."""
from __future__ import annotations

import http.client
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable, Iterable, List, Optional
from urllib.parse import urlsplit

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def content_type(self) -> str:
        return (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        return json.loads(self.body)

    def __str__(self) -> str:
        told = re.sub(r"<style.*?</style>|<[^>]+>", " ", self.text, flags=re.S) if self.content_type == "text/html" else self.text
        return f"{self.status} {self.content_type} {' '.join(told.split())[:300]!r}"


class Client:
    def __init__(self, base_url: str, admin_token: str) -> None:
        self.base_url = base_url
        self.address = urlsplit(base_url).netloc
        self.admin_token = admin_token

    def send(self, method: str, path: str, body: Optional[bytes] = None, content_type: Optional[str] = None,
             accept: Optional[str] = None, admin: bool = False, timeout: float = 60) -> Answer:
        headers = {}
        if content_type:
            headers["Content-Type"] = content_type
        if accept:
            headers["Accept"] = accept
        if admin:
            headers["Authorization"] = f"Bearer {self.admin_token}"
        connection = http.client.HTTPConnection(self.address, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: Optional[str] = None, admin: bool = False, timeout: float = 60) -> Answer:
        return self.send("GET", path, accept=accept, admin=admin, timeout=timeout)

    def post_json(self, path: str, value: object, admin: bool = False, timeout: float = 60) -> Answer:
        body = json.dumps(value, ensure_ascii=False).encode("utf-8")
        return self.send("POST", path, body, JSON, JSON, admin, timeout)

    def path_of(self, url: str) -> str:
        """The path of one of the service's own links."""
        if not url.startswith(self.base_url + "/"):
            raise ValueError(f"{url} is not under {self.base_url}")
        return url[len(self.base_url):]

    def ingest(self, day: str, timeout: float = 120) -> Answer:
        return self.post_json("/api/admin/ingestions", {"source": "huggingface", "date": day}, admin=True, timeout=timeout)

    def round(self, at: str) -> Answer:
        return self.post_json("/api/admin/rounds", {"at": at}, admin=True, timeout=300)

    def all_items(self, path: str) -> List[dict]:
        """Every item of a paged listing of the operator's API."""
        items: List[dict] = []
        page = 0
        while True:
            joint = "&" if "?" in path else "?"
            answer = self.get(f"{path}{joint}page={page}", JSON, admin=True)
            if answer.status != 200:
                raise ValueError(f"GET {path}: {answer}")
            listing = answer.json()
            items += listing["items"]
            page += 1
            if not listing["items"] or len(items) >= listing["total"]:
                return items

    def total(self, path: str) -> int:
        answer = self.get(path, JSON, admin=True)
        if answer.status != 200:
            raise ValueError(f"GET {path}: {answer}")
        return answer.json()["total"]


def side_by_side(work: Callable, items: Iterable, workers: int = 8) -> list:
    """The results of the work on each item, in the items' order, a few at a time."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, items))
