"""One measured run: readers come, papers come, mails are composed and sent, alone and together, into Postfix's smtp-sink."""
from __future__ import annotations

import datetime as dt
import threading
import time
from argparse import Namespace
from pathlib import Path
from typing import Dict, List, Optional, Tuple



from . import Broken, dkim, outbox, references
from .checking import mailcheck
from .command import JARS, Progress, folder, say
from .database import Postgres, h2
from .figures import HeapWatch, bytes_read, cpu_seconds, rss_peak_mb
from .people import bring, crowd
from .stage import Stage, closing

UTC = dt.timezone.utc
CLOCK = dt.datetime(2026, 5, 14, 6, tzinfo=UTC)      # rounds are run as of that evening, so a run may take its time
FORTNIGHT = [dt.date(2026, 5, day) for day in range(1, 15)]
SAMPLE, MAX_PAPERS = 300, 7
WARM_UP = 50_000
SIGNED_SAMPLE = 60
A_MAIL_AT_LEAST = 1000          # bytes; what is less is an idle connection that says goodbye
Figures = Dict[str, float]


def evening(day: int, hour: int = 23) -> dt.datetime:
    return dt.datetime(2026, 5, day, hour, tzinfo=UTC)


class Run:
    """A fresh store each time. What is measured stands in figures, by the part of its key behind the database's name."""

    def __init__(self, kind: str, size: int, options: Namespace, cluster: Optional[Postgres], nodemailer: Optional[Path]) -> None:
        self.kind, self.size, self.options, self.cluster, self.nodemailer = kind, size, options, cluster, nodemailer
        self.figures: Figures = {}
        self.problems: List[str] = []

    def play(self) -> Figures:
        with folder(f"delivery-{self.kind}", self.options.keep) as place:
            database = self.cluster.new_database() if self.cluster else h2(place)
            settings = {**database, "PAPERROUND_DELIVERY_CONNECTIONS": str(self.options.connections)}
            with closing(Stage(JARS[self.kind], self.options.java, self.options.heap, self.options.recordings, place, CLOCK, settings)) as stage:
                self.stage = stage
                self.service = stage.add_service()
                self.client = self.service.client
                heap = HeapWatch(self.service.pid, self.options.java)
                try:
                    self._prepare()
                    self._measure()
                finally:
                    heap.stop()
                self.figures.update({"heap_peak_mb": heap.peak_mb, "heap_old_peak_mb": heap.old_peak_mb,
                                     "rss_peak_mb": rss_peak_mb(self.service.pid)})
                if self.options.signed_size:
                    self._signed()
        return self.figures

    # --- what has to be there first

    def _prepare(self) -> None:
        self.stage.start_replay()
        self.stage.start_sink()
        for day in FORTNIGHT:
            self._ingest(day)
        sample = min(SAMPLE, self.size)
        bring(self.stage, self.client, crowd(sample, self.size, MAX_PAPERS), sample)
        self._round(evening(14, 22), "the sample")
        self.problems += mailcheck(self.stage, self.stage.mails, f"{self.kind} sample")
        self._swap_sink()
        # Whatever the size with --scale, so that both sizes are equally warm.
        self._warm_up(WARM_UP if self.options.scale else min(self.size, WARM_UP))
        self.figures["import.rows_per_s"] = bring(self.stage, self.client, crowd(self.size, 0, MAX_PAPERS), self.size)

    def _warm_up(self, count: int) -> None:
        """The first round of a fresh process. What is measured is one that has mailed before, as a service that mails daily has."""
        bring(self.stage, self.client, crowd(count, self.size + SAMPLE, MAX_PAPERS), count)
        watch = Watch(self)
        began = outbox.Round(lambda: [self.client], evening(14, 22))
        mails = began.result()["mails"]
        self.figures["first.per_s"] = mails / watch.until_all_are_sent(mails).seconds

    def _ingest(self, day: dt.date) -> None:
        answer = self.client.ingest(day.isoformat())
        if answer.status != 200 or answer.json()["verdict"] == "FAILED":
            raise Broken(f"the papers of {day} did not come: {answer}")

    def _swap_sink(self) -> None:
        """From the sink that stores to Postfix's, on the same port."""
        self.stage.stop_sink()
        self.stage.start_as_sink(references.sink_command(self.stage.smtp_port))

    # --- what is measured

    def _measure(self) -> None:
        cpu = self._cpu()
        mails, composed, sent = self._apart()
        size = sent.mail_bytes
        self.figures.update({"mails": mails, "compose.per_s": mails / composed, "send.per_s": mails / sent.seconds, "mail_bytes": size})
        self._beside(size, mails, "send", mails / sent.seconds)
        self._ingest(dt.date(2026, 5, 15))
        mails, whole = self._together()
        self.figures.update({"round.per_s": mails / whole.seconds, "round.mails": mails, "round.mail_bytes": whole.mail_bytes,
                             "round.cpu_ms_per_mail": 1000 * whole.cpu_s / mails})
        self._beside(whole.mail_bytes, mails, "round", mails / whole.seconds)
        self._cpu_figures(cpu)
        if self.nodemailer:
            pace = references.nodemailer(self.nodemailer, self.stage.smtp_port, self.stage.sink.process.pid, size, max(1, self.size // 5))
            self.figures.update({"nodemailer.per_s": pace.per_s, "ratio_nodemailer": self.figures["round.per_s"] / pace.per_s,
                                 "send.ratio_nodemailer": self.figures["send.per_s"] / pace.per_s})
            say(f"{self.kind}: nodemailer sent {pace.per_s:,.0f}/s of {pace.mail_bytes:,.0f} bytes")

    def _apart(self) -> Tuple[int, float, "Watch"]:
        """Composing with the outbox held, then sending what waits."""
        outbox.switch(self.client, "pause")
        began = outbox.Round(lambda: [self.client], evening(14))
        mails = began.result()["mails"]
        say(f"{self.kind}: {mails:,} mails composed in {began.took:.1f} s, {mails / began.took:,.0f}/s")
        watch = Watch(self)
        outbox.switch(self.client, "resume")
        return mails, began.took, watch.until_all_are_sent(mails)

    def _together(self) -> Tuple[int, "Watch"]:
        """A round as it is in life: composed and sent at once, from the post to the last mail."""
        watch = Watch(self)
        began = outbox.Round(lambda: [self.client], evening(15))
        mails = began.result()["mails"]
        return mails, watch.until_all_are_sent(mails)

    def _round(self, at: dt.datetime, what: str) -> None:
        before = sum(outbox.counts(self.client).values())
        mails = outbox.Round(lambda: [self.client], at).result()["mails"]
        told = outbox.drain(lambda: [self.client], what, before + mails, 300)
        if not told or not mails:
            raise Broken(f"{what}: {mails} mails, then {told}")

    def _beside(self, size: float, count: int, what: str, per_s: float) -> None:
        if self.options.scale:
            return
        for kept, name in ((False, "smtp_source"), (True, "smtp_source_d")):
            pace = references.smtp_source(self.stage.smtp_port, self.stage.sink.process.pid, size, count, kept)
            self.figures[f"{what}.{name}.per_s"] = pace.per_s
            self.figures[f"{what}.ratio_{name}"] = per_s / pace.per_s
            say(f"{self.kind}: smtp-source{' -d' if kept else ''} sent {pace.per_s:,.0f}/s of {pace.mail_bytes:,.0f} bytes")

    # --- signed mails

    def _signed(self) -> None:
        """The same again with a key: the service signs each mail itself."""
        count = self.options.signed_size
        key = dkim.make(self.stage.folder)
        self.service.terminate()
        self.service.env.update(key.settings)
        self.stage.stop_sink()
        self.stage.store_in("signed")
        self.stage.start_sink()
        self.service.start()
        bring(self.stage, self.client, crowd(SIGNED_SAMPLE, 3 * self.size + SAMPLE, MAX_PAPERS), SIGNED_SAMPLE)
        self._round(evening(14, 22), "the signed sample")
        self.problems += mailcheck(self.stage, self.stage.mails, f"{self.kind} signed sample", "--dkim-txt", key.txt)
        bring(self.stage, self.client, crowd(count, 3 * self.size + SAMPLE + SIGNED_SAMPLE, MAX_PAPERS), count)
        self._swap_sink()
        mails, _, sent = self._apart()
        self.figures["signed.per_s"] = mails / sent.seconds
        self.figures["signed.mail_bytes"] = sent.mail_bytes

    # --- what it costs

    def _cpu(self) -> Dict[str, float]:
        return {"cpu_s": cpu_seconds([self.service.pid]), "sink_cpu_s": cpu_seconds([self.stage.sink.process.pid]),
                **({"database_cpu_s": cpu_seconds(self.cluster.processes())} if self.cluster else {})}

    def cost(self) -> float:
        """Service and database so far; the sink is not ours."""
        now = self._cpu()
        return now["cpu_s"] + now.get("database_cpu_s", 0)

    def _cpu_figures(self, before: Dict[str, float]) -> None:
        for key, now in self._cpu().items():
            self.figures[key] = now - before[key]


class Watch:
    """From now until the last mail: seconds to the last byte that reached the sink, whose own account is 20 ms old at most."""

    def __init__(self, run: Run) -> None:
        self.run, self.pid = run, run.stage.sink.process.pid
        self.began, self.cost = time.monotonic(), run.cost()
        self.bytes_before = bytes_read(self.pid)
        self.sent_before = outbox.counts(run.client)
        self.seconds = self.mail_bytes = self.cpu_s = 0.0
        self._last, self._changed, self._over = self.bytes_before, self.began, False
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over:
            now = bytes_read(self.pid)
            if now - self._last >= A_MAIL_AT_LEAST:
                self._last, self._changed = now, time.monotonic()
            time.sleep(0.02)

    def until_all_are_sent(self, mails: int) -> "Watch":
        before = self.sent_before["SENT"]
        progress = Progress(f"{self.run.kind}: sent", mails)
        deadline = time.monotonic() + 600 + mails / 20
        while True:
            told = outbox.counts(self.run.client)
            done = told["SENT"] - before
            if done >= mails and not outbox.live(told):
                break
            if time.monotonic() > deadline or (not outbox.live(told) and time.monotonic() - self._changed > 30):
                raise Broken(f"{mails} mails were to be sent, {done} were: {told}")
            progress.at(done)
            time.sleep(0.25)
        self._over = True
        self._thread.join()
        self.seconds = self._changed - self.began
        self.mail_bytes = (bytes_read(self.pid) - self.bytes_before) / mails
        self.cpu_s = self.run.cost() - self.cost
        say(f"{self.run.kind}: {mails:,} mails of {self.mail_bytes:,.0f} bytes sent in {self.seconds:.1f} s, {mails / self.seconds:,.0f}/s")
        return self
