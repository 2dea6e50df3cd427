package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.paperround.matching.Papers.paper;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.PaperMeanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.catalogue.Catalogue;

/** Which papers answer topics in plain words, and papers given as examples, by the real model. */
class QuestionIndexTest {

  private static final Meanings MEANINGS = new Meanings(true);
  private static final Breadth BREADTH = new Breadth(MEANINGS, new Catalogue());
  private static final Meanings NONE = new Meanings(false);

  private static final PaperText FORGETTING =
      paper(
          1,
          "Keeping old skills while learning new ones",
          "Neural networks that are trained on one task after another lose what they could do"
              + " before. We replay a few stored examples of earlier tasks. This halves the loss on"
              + " them at a cost of two percent on new ones.");
  private static final PaperText OTTERS =
      paper(
          2,
          "River otters and the fish they leave",
          "We followed nine otters for a year. They eat less fish in winter than was thought."
              + " Anglers have little to fear from them.");
  private static final PaperText STARS =
      paper(
          3,
          "A survey of dwarf galaxies near the Milky Way",
          "Deep images show fourteen new satellites. Their stars are old and poor in metals. The"
              + " luminosity function agrees with cold dark matter.");
  private static final PaperText BATTERIES =
      paper(
          4,
          "Solid electrolytes for lithium cells",
          "A sulphide glass conducts ions at room temperature. Cells with it keep ninety percent of"
              + " their charge after a thousand cycles.");
  private static final List<PaperText> ALL = List.of(FORGETTING, OTTERS, STARS, BATTERIES);
  private static final WordStatistics STATISTICS = WordStatistics.of(ALL);

  private static QuestionIndex byMeaning(List<PaperText> papers) {
    assumeTrue(MEANINGS.isOn(), "This build has no model");
    List<Vectors> vectors =
        PaperMeanings.of(
            papers.stream()
                .map(each -> new PaperMeanings.Text(each.title(), each.summary()))
                .toList(),
            MEANINGS);
    return QuestionIndex.of(papers, vectors, BREADTH, STATISTICS);
  }

  private static PaperMatch best(QuestionIndex index, Question question) {
    return index.search(question, Float.NEGATIVE_INFINITY, 10).best().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how language models forget what they knew while being trained on something else",
        "catastrophic forgetting in continual learning",
        "Catastrophic interference: a net overwrites the weights of its former exercises."
      })
  void whatMeansTheSameIsFoundWhateverItsWords(String text) {
    PaperMatch best = best(byMeaning(ALL), Question.about(text, MEANINGS));

    assertThat(best.paperId()).isEqualTo(FORGETTING.id());
    assertThat(best.reason().sentence()).contains("near in meaning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sheaf cohomology of algebraic varieties",
        "how inflation follows from what people expect of it",
        "T cell receptors in autoimmune disease",
        "Computers and Society. Covers impact of computers on society, ethics and the future."
      })
  void onAFieldThatIsNotThereNothingIsFound(String text) {
    Question question = Question.about(text, MEANINGS);

    assertThat(byMeaning(ALL).search(question, Strengths.LEAST, 10).best()).isEmpty();
  }

  @Test
  void whatIsNearToEverythingNeedsMoreAndSoDoPapersThatAreLikeAnother() {
    assumeTrue(MEANINGS.isOn(), "This build has no model");
    Question usual = Question.about("otters that eat fish in rivers", MEANINGS);
    Question broad = Question.about("Physics, mathematics, biology and economics", MEANINGS);
    float[] vector = usual.meaning().get(0);
    Question like =
        new Question(
            usual.words(),
            usual.meaning(),
            List.of(new Question.Example(1, "Otters", usual.meaning())));

    assertThat(BREADTH.extra(usual, vector)).isBetween(0.0, 0.06);
    assertThat(BREADTH.extra(broad, broad.meaning().get(0)))
        .isGreaterThan(BREADTH.extra(usual, vector));
    assertThat(BREADTH.extra(like, vector)).isGreaterThan(BREADTH.extra(usual, vector) + 0.05);
  }

  @Test
  void wordsThatOnlyAskAreNotLookedFor() {
    assertThat(Question.about("How do otters eat the fish, and what may they leave?", NONE).words())
        .containsOnlyKeys("otter", "eat", "fish", "leav");
  }

  @Test
  void withoutAModelWordsAreCompared() {
    QuestionIndex index = QuestionIndex.of(ALL, STATISTICS);

    Answer answer = index.search(Question.about("do otters eat the fish?", NONE), 0.3f, 10);

    assertThat(answer.best()).extracting(PaperMatch::paperId).containsExactly(OTTERS.id());
    assertThat(answer.best().get(0).reason().sentence())
        .isEqualTo("because otters and fish stand in the title and eat in the abstract");
    assertThat(index.search(Question.about("zebras", NONE), 0.01f, 10).best()).isEmpty();
  }

  @Test
  void thePapersThatWereGivenDoNotAnswerThemselves() {
    PaperText other =
        paper(
            9,
            "Rehearsal against forgetting",
            "A network trained on task after task loses its earlier skills. Replaying stored"
                + " examples keeps them.");
    assumeTrue(MEANINGS.isOn(), "This build has no model");
    Vectors vectors =
        PaperMeanings.of(
                List.of(new PaperMeanings.Text(FORGETTING.title(), FORGETTING.summary())), MEANINGS)
            .get(0);
    Question like =
        Question.like(
            List.of(FORGETTING),
            List.of(new Question.Example(FORGETTING.id(), FORGETTING.title(), vectors)));

    List<PaperMatch> found =
        byMeaning(List.of(FORGETTING, other, OTTERS, STARS))
            .search(like, Strengths.LEAST, 10)
            .best();

    assertThat(found).extracting(PaperMatch::paperId).containsExactly(other.id());
    assertThat(found.get(0).reason().sentence())
        .startsWith("because it is like " + FORGETTING.title() + ": ");
  }

  @Test
  void aScoreDoesNotDependOnTheOtherPapers() {
    Question question = Question.about("what do otters eat", MEANINGS);

    float among = best(byMeaning(ALL), question).score();
    float alone = best(byMeaning(List.of(OTTERS)), question).score();

    // The model rounds differently for texts it reads side by side.
    assertThat(alone).isCloseTo(among, within(0.001f));
  }

  @Test
  void questionsAskedTogetherAreAnsweredAsEachAlone() {
    QuestionIndex index = byMeaning(ALL);
    List<Question> questions =
        List.of(
            Question.about("what do otters eat", MEANINGS),
            Question.about("do otters eat the fish?", NONE),
            Question.about("satellites of our galaxy", MEANINGS),
            Question.about("zebras", NONE));

    List<Answer> together = index.search(questions, -1, 2);

    assertThat(together)
        .containsExactlyElementsOf(
            questions.stream().map(question -> index.search(question, -1, 2)).toList());
    assertThat(together).extracting(answer -> answer.best().size()).containsOnly(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "losing old skills when learning new ones",
        "do otters harm fish stocks?",
        "satellites of our galaxy",
        "how long lithium batteries last"
      })
  void withoutItsStatedReasonAPaperScoresLess(String text) {
    Question question = Question.about(text, MEANINGS);
    PaperMatch match = best(byMeaning(ALL), question);
    PaperText paper = ALL.get((int) match.paperId() - 1);

    PaperText without = without(match.reason(), paper);

    assertThat(without).isNotEqualTo(paper);
    assertThat(best(byMeaning(List.of(without)), question).score()).isLessThan(match.score());
  }

  private static PaperText without(Reason reason, PaperText paper) {
    String title = paper.title();
    String summary = paper.summary();
    for (Ground ground : reason.grounds()) {
      if (ground.where() == Where.SENTENCE && ground.words().isEmpty()) {
        title = "";
      }
      for (String words : ground.words()) {
        if (ground.where() == Where.TITLE) {
          title = title.replace(words, "");
        } else {
          summary = summary.replace(words, "");
        }
      }
    }
    return paper(paper.id(), title, summary);
  }
}
