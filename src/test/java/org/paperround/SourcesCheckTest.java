package org.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesCheckTest {

  private static List<String> problems(Map<String, String> settings) {
    return SourcesCheck.problems(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
  }

  @Test
  void nothingIsNeeded() {
    assertThat(problems(Map.of())).isEmpty();
  }

  @Test
  void whatIsRightIsRight() {
    assertThat(
            problems(
                Map.of(
                    "paperround.sources.huggingface.cron", "off",
                    "paperround.sources.arxiv.cron", "0 12 * * * ?",
                    "paperround.sources.arxiv.rss-url", "http://127.0.0.1:9900/rss",
                    "paperround.sources.arxiv.pace", "PT3S",
                    "paperround.sources.arxiv.categories", "cs.CL, math.AG,hep-th,astro-ph.CO",
                    "paperround.sources.arxiv.holidays", "2026-12-25,2026-12-29",
                    "paperround.sources.feeds.url.nature", "https://journal.example/feed")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "huggingface.cron, often, PAPERROUND_SOURCES_HUGGINGFACE_CRON is not right",
    "arxiv.oai-url, ftp://x.example/, PAPERROUND_SOURCES_ARXIV_OAI_URL is not right",
    "arxiv.pace, PT-1S, PAPERROUND_SOURCES_ARXIV_PACE is not right",
    "arxiv.pace, 3, PAPERROUND_SOURCES_ARXIV_PACE is not right",
    "arxiv.categories, cs CL, PAPERROUND_SOURCES_ARXIV_CATEGORIES is not right",
    "arxiv.categories, cs.LLM, PAPERROUND_SOURCES_ARXIV_CATEGORIES is not right",
    "arxiv.holidays, Christmas, PAPERROUND_SOURCES_ARXIV_HOLIDAYS is not right",
    "feeds.url.arxiv, https://x.example/, PAPERROUND_SOURCES_FEEDS_URL_ARXIV names a feed badly",
    "feeds.url.Big, https://x.example/, PAPERROUND_SOURCES_FEEDS_URL_BIG names a feed badly",
    "feeds.url.nature, journal.example, PAPERROUND_SOURCES_FEEDS_URL_NATURE is not right"
  })
  void aMistakeIsNamed(String setting, String value, String problem) {
    assertThat(problems(Map.of("paperround.sources." + setting, value)))
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "cs.cl, write cs.CL",
    "CS.CL, write cs.CL",
    "cs CL, write cs.CL",
    "cs.CLL, write cs.CL",
    "robotics, write cs.RO",
    "cs.NA, write math.NA",
    "math.MP, write math-ph",
    "cmp-lg, write cs.CL",
    "cs, leave it out",
    "astro-ph, leave it out",
    "cs.LLM!, leave it out"
  })
  void aCategoryThatArxivWouldRefuseIsNamedWithTheRightOne(String written, String what) {
    assertThat(
            problems(
                Map.of("paperround.sources.arxiv.categories", "math.AG, " + written + ",hep-th")))
        .containsExactly(
            "PAPERROUND_SOURCES_ARXIV_CATEGORIES is not right: arXiv announces nothing under "
                + written
                + "; "
                + what);
  }
}
