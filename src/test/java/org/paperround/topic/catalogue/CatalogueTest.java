package org.paperround.topic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.topic.query.Query;

class CatalogueTest {

  private final Catalogue catalogue = new Catalogue();
  private final Categories categories = Categories.known();

  static Iterable<NamedTopic> namedTopics() {
    return new Catalogue().namedTopics();
  }

  @ParameterizedTest
  @MethodSource("namedTopics")
  void everyNamedTopicIsAValidQueryAndFoundByItsIdentifier(NamedTopic topic) {
    assertThat(Query.parse(topic.query()).canonical()).isNotEmpty();
    assertThat(catalogue.namedTopic(topic.id())).contains(topic);
  }

  @Test
  void theCategoriesOnOfferAreActiveAndNoAliases() {
    assertThat(catalogue.categories())
        .extracting(Category::id)
        .contains("cs.CL", "math-ph", "quant-ph", "eess.SY")
        .doesNotContain("math.MP", "cs.NA", "cs.SY", "alg-geom", "astro-ph")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "cs.CL, cs.CL", "CS.cl, cs.CL", "math.MP, math-ph", "MATH-PH, math-ph", "stat.TH, math.ST",
    "math.IT, cs.IT", "q-fin.EC, econ.GN", "cs.SY, eess.SY", "cs.NA, math.NA", "cmp-lg, cs.CL",
    "Reading List, reading list",
  })
  void aCategoryHasOneCanonicalIdentifier(String id, String canonical) {
    assertThat(categories.canonical(id)).isEqualTo(canonical);
  }

  @Test
  void aCategoryStandsInTheArchivesOfAllItsNames() {
    assertThat(categories.archives("cs.IT")).containsExactlyInAnyOrder("cs", "math");
    assertThat(categories.archives("math.IT")).containsExactlyInAnyOrder("cs", "math");
    assertThat(categories.archives("cs.CV")).containsExactly("cs");
    assertThat(categories.archives("cs.NEW")).containsExactly("cs");
    assertThat(categories.archives("Reading List")).containsExactly("reading list");
  }
}
