package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiSetsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cs.CL, cs:cs:CL",
    "math.AG, math:math:AG",
    "hep-th, physics:hep-th",
    "astro-ph.CO, physics:astro-ph:CO",
    "physics.optics, physics:physics:optics",
    "q-bio.BM, q-bio:q-bio:BM",
    "cs.CL cs.LG stat.ML, cs:cs:CL cs:cs:LG stat:stat:ML",
    "cs.AI cs.CL cs.CV cs.LG stat.ML, cs:cs stat:stat:ML"
  })
  void categoriesAreAskedForBySet(String categories, String sets) {
    assertThat(OaiSets.of(new TreeSet<>(Arrays.asList(categories.split(" ")))))
        .containsExactly(sets.split(" "));
  }
}
