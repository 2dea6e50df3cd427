package org.paperround.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.topic.query.QueryException;

/** Which topics are the same one, what they are called, and what is refused. */
class TopicTextTest {

  private static QueryException refused(TopicKind kind, String written) {
    return catchThrowableOfType(QueryException.class, () -> new TopicText(kind, written).key());
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          QUERY | graph  theory                       | theory graph
          QUERY | cat:CS.CL                           | cat:cs.CL
          ABOUT | otters  at   dawn                   | otters at dawn
          ABOUT | otters\u00a0at dawn\u00a0             | otters at dawn
          ABOUT | café culture                        | cafe\u0301 culture
          LIKE  | 2509.22824                          | arXiv:2509.22824v2
          LIKE  | 2509.22824                          | https://arxiv.org/pdf/2509.22824.pdf
          LIKE  | 2509.22824                          | arXiv: 2509.22824
          LIKE  | 2509.22824                          | 2509.22824, 2509.22824v1
          LIKE  | 2509.22824 math/0611800             | math/0611800; 2509.22824
          LIKE  | doi:10.1000/AB doi: 10.1000/c       | 10.1000/C,https://doi.org/10.1000/ab
          """)
  void theseAskTheSame(TopicKind kind, String one, String other) {
    assertThat(new TopicText(kind, one).key()).isEqualTo(new TopicText(kind, other).key());
  }

  @ParameterizedTest(name = "{0} {1}, {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ABOUT | otters at dawn    | ABOUT | otters at dusk
          ABOUT | graph theory      | QUERY | graph theory
          LIKE  | 2509.22824        | LIKE  | 2509.22824 2509.22825
          LIKE  | 2509.22824        | QUERY | 2509.22824
          """)
  void theseDoNot(TopicKind kind, String one, TopicKind otherKind, String other) {
    assertThat(new TopicText(kind, one).key()).isNotEqualTo(new TopicText(otherKind, other).key());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          QUERY | title:otters                        | title:otters
          ABOUT | otters   at dawn                    | about “otters at dawn”
          LIKE  | arXiv: 2509.22824;math/0611800      | like arXiv:2509.22824, math/0611800
          """)
  void aTopicIsCalledByWhatWasWritten(TopicKind kind, String written, String label) {
    assertThat(new TopicText(kind, written).label()).isEqualTo(label);
  }

  @Test
  void aLongTextIsCalledByItsFirstWords() {
    String words = "Otters hold hands while they sleep so that none of them drifts away ";
    assertThat(new TopicText(TopicKind.ABOUT, words.repeat(3)).label())
        .isEqualTo("about “" + words + "Otters hold…”");
    assertThat(new TopicText(TopicKind.ABOUT, "x".repeat(79) + "🦦".repeat(9)).label())
        .isEqualTo("about “" + "x".repeat(79) + "…”");
  }

  @ParameterizedTest(name = "{0} {1} at {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "nothing",
      textBlock =
          """
          QUERY | a1 AND b1 OR c1              | 10 | AND and OR meet here
          ABOUT | the of and                   | 0  | Say in a few words what
          ABOUT | ?!                           | 0  | Say in a few words what
          LIKE  | , ;                          | 0  | Name a paper
          LIKE  | otters                       | 0  | “otters” names no paper
          LIKE  | 2509.22824 2509              | 11 | “2509” names no paper
          LIKE  | arXiv: 2509.22824, arxiv: x  | 19 | “arxiv: x” names no paper
          LIKE  | 2509.22824, https://x.org/y  | 12 | “https://x.org/y” names no paper
          """)
  void whatCannotBeReadIsRefusedWithThePlace(
      TopicKind kind, String written, int position, String detail) {
    QueryException refusal = refused(kind, written);
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.detail()).startsWith(detail);
  }

  @Test
  void wordsOfOnesOwnHaveFourThousandCharactersAtMost() {
    assertThat(refused(TopicKind.ABOUT, " " + "x ".repeat(2000))).isNull();
    assertThat(refused(TopicKind.ABOUT, "x".repeat(4001)).detail())
        .isEqualTo("At most 4,000 characters; these are 4,001.");
    assertThat(refused(TopicKind.ABOUT, "e\u0301".repeat(2001)).detail()).contains("4,002");
    assertThat(refused(TopicKind.ABOUT, "\u0958".repeat(2001)).detail()).contains("4,002");
  }

  @Test
  void tenPapersAreNamedAtMostHoweverOften() {
    assertThat(refused(TopicKind.LIKE, papers(10))).isNull();
    assertThat(refused(TopicKind.LIKE, papers(10) + " " + papers(10))).isNull();
    assertThat(refused(TopicKind.LIKE, papers(11)).detail()).startsWith("At most 10 papers");
    assertThat(refused(TopicKind.LIKE, "2509.22824 ".repeat(400)).detail())
        .startsWith("At most 4,000 characters");
  }

  private static String papers(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "2509.%05d".formatted(i))
        .collect(Collectors.joining(" "));
  }
}
