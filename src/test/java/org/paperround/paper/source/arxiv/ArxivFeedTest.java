package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.source.FakeSource;
import org.paperround.paper.source.SourceHttp;

@QuarkusTest
class ArxivFeedTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-02");

  @Inject SourceHttp http;

  @Test
  void anEntryWithoutATitleIsRejectedAndLosesNoOther() throws IOException {
    String feed =
        """
        <rss version="2.0"><channel><title>cs.CL</title>
        <item><guid>oai:arXiv.org:2606.00001v1</guid><description>Abstract: One.</description></item>
        <item><guid>oai:arXiv.org:2606.00002v1</guid><title>Two</title>
          <description>Abstract: Two.</description></item>
        </channel></rss>
        """;
    Announcements read;
    try (FakeSource server = new FakeSource()) {
      server.answersInTurn(FakeSource.body(200, "application/rss+xml", feed));
      ArxivHttp atOnce = new ArxivHttp(http, (who, attempt) -> attempt.now());
      read = new ArxivFeed(atOnce, server.url()).read(new TreeSet<>(List.of("cs.CL")), TODAY);
    }
    assertThat(read.entries()).hasSize(1);
    assertThat(read.rejected()).containsExactly(new RejectedPaper(0, "title is missing"));
  }
}
