package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.matching.Papers.paper;
import static org.paperround.matching.Papers.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.topic.query.Query;

class ScoreTest {

  private static final List<PaperText> PAPERS = Papers.random(1000, 42);

  private static PaperIndex index;
  private static PaperIndex shuffled;

  @BeforeAll
  static void index() {
    index = PaperIndex.of(PAPERS);
    List<PaperText> anyOrder = new ArrayList<>(PAPERS);
    Collections.shuffle(anyOrder, new Random(1));
    shuffled = PaperIndex.of(anyOrder);
  }

  @AfterAll
  static void close() {
    index.close();
    shuffled.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prea0 OR preb1 OR prec2 OR preh7 OR prea8 OR preb9",
        "prea* preb* prec* pred*",
        "(prea* OR \"preb1 prea8\") -prec2 -prec3m",
        "title:prea* prec*"
      })
  void aPaperScoresTheSameAloneAmongOthersAndInAnyOrder(String text) {
    Query query = Query.parse(text);
    List<PaperMatch> found = index.search(query);
    assertThat(found).isNotEmpty();
    assertThat(shuffled.search(query)).isEqualTo(found);
    for (PaperMatch match : found.subList(0, Math.min(20, found.size()))) {
      assertThat(search(text, PAPERS.get((int) match.paperId()))).containsExactly(match);
    }
  }

  @Test
  void theTitleWeighsMoreThanTheAbstract() {
    List<PaperMatch> found =
        search("graph", paper(1, "On trees", "A graph. A graph."), paper(2, "A graph", "On trees"));
    assertThat(found).extracting(PaperMatch::paperId).containsExactly(2L, 1L);
  }

  @Test
  void howManyWordsBeginAlikeMakesNoDifference() {
    List<PaperMatch> found =
        search("trans*", paper(1, "", "transfer"), paper(2, "", "transfer transport translate"));
    assertThat(found).extracting(PaperMatch::score).containsOnly(found.get(0).score());
  }

  @Test
  void moreOfTheChoicesIsBetter() {
    List<PaperMatch> found =
        search("graph OR tree", paper(1, "A graph x", ""), paper(2, "A graph tree", ""));
    assertThat(found).extracting(PaperMatch::paperId).containsExactly(2L, 1L);
  }
}
