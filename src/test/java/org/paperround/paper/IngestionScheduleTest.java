package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.paperround.paper.Ingestion.Verdict;

@QuarkusTest
class IngestionScheduleTest {

  private static final LocalDate DAY = LocalDate.of(2025, 2, 3);

  @Inject IngestionLog log;

  private void ran(String source, Verdict verdict, String startedAt) {
    Instant at = Instant.parse(startedAt);
    IngestionOutcome outcome =
        verdict == Verdict.FAILED
            ? IngestionOutcome.failed("it was down")
            : IngestionOutcome.of(new StoredCounts(1, 0, 0), java.util.List.of());
    log.record(source, DAY, outcome, at, at);
  }

  private boolean isComplete(String source) {
    Instant ended = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return QuarkusTransaction.requiringNew().call(() -> log.wasRead(source, DAY, ended));
  }

  @Test
  void aDayIsCompleteOnceItsSourceWasReadWellAfterItEnded() {
    ran("early", Verdict.NEW_PAPERS, "2025-02-03T23:59:59Z");
    ran("failed", Verdict.FAILED, "2025-02-04T09:00:00Z");
    ran("read", Verdict.NEW_PAPERS, "2025-02-04T00:00:00Z");

    assertThat(isComplete("early")).isFalse();
    assertThat(isComplete("failed")).isFalse();
    assertThat(isComplete("never")).isFalse();
    assertThat(isComplete("read")).isTrue();
  }
}
