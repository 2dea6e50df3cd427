package org.paperround.paper.source.arxiv;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.paperround.paper.source.Replay;

/** The service asks the recorded arXiv. */
public class ArxivReplayProfile implements QuarkusTestProfile {

  static final String CATEGORIES = "cs.AI,cs.CL,cs.CV,cs.LG";
  static final double PACE_SECONDS = 0.1;

  @Override
  public Map<String, String> getConfigOverrides() {
    String url = Replay.url().toString();
    return Map.of(
        // Of its own: no other test's matches hold its papers.
        "quarkus.datasource.jdbc.url",
        "jdbc:h2:mem:arxiv;DB_CLOSE_DELAY=-1",
        "paperround.sources.arxiv.rss-url",
        url,
        "paperround.sources.arxiv.oai-url",
        url + "/oai",
        "paperround.sources.arxiv.api-url",
        url + "/api/query/",
        "paperround.sources.arxiv.pace",
        "PT" + PACE_SECONDS + "S",
        "paperround.sources.arxiv.categories",
        CATEGORIES);
  }
}
