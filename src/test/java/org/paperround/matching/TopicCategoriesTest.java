package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.topic.query.Query;

class TopicCategoriesTest {

  private static Set<String> named(String query) {
    return Query.parse(query).root().accept(new NamedCategories());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "otters, ''",
    "cat:math.AG, math.AG",
    "otters (cat:cs.CL OR cat:hep-th), cs.CL hep-th",
    "cat:cs.CL -cat:cs.LG, cs.CL",
    "cat:math.MP, math-ph",
    "cat:CS.cl, cs.CL"
  })
  void aQueryNamesTheCategoriesItCanBeAnsweredFrom(String query, String categories) {
    assertThat(String.join(" ", named(query))).isEqualTo(categories);
  }

  @Test
  void anArchiveNamesAllItsCategoriesThatStillGetPapers() {
    assertThat(named("cat:cs.*"))
        .contains("cs.CL", "cs.LG", "cs.AI", "eess.SY", "math.NA")
        .doesNotContain("math.AG", "cs.SY");
  }
}
