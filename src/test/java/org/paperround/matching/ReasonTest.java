package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.matching.Papers.paper;
import static org.paperround.matching.Papers.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Part;
import org.paperround.matching.Reason.Where;

class ReasonTest {

  private static final PaperText PAPER =
      new PaperText(
          1,
          "Direct Preference\n Optimization for C++ Transformers",
          "We study RLHF and transformers. The transformer learns preferences; RLHF, again.",
          List.of("Yann LeCun", "Zoë Müller"),
          "Hugging Face",
          List.of("cs.CL", "math.IT"));

  @ParameterizedTest(name = "{0} is found {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "preference optimization"          | because *Preference Optimization* stands in the title
          "preference optimization" cat:cs.* | because *Preference Optimization* stands in the title · cs.CL
          preference                         | because *Preference* stands in the title
          direct transformer*                | because *Direct* and *Transformers* stand in the title
          direct C++ transformer             | because *Direct*, *C++* and *Transformers* stand in the title
          rlhf                               | because *RLHF* stands in the abstract
          rlhf OR study                      | because *study* and *RLHF* stand in the abstract
          direct rlhf                        | because *Direct* stands in the title and *RLHF* in the abstract
          abstract:transformer               | because *transformers* stands in the abstract
          author:"y. lecun"                  | because *Yann LeCun* is among the authors
          author:muller                      | because *Zoë Müller* is among the authors
          author:(muller yann lecun)         | because *Yann LeCun* and *Zoë Müller* are among the authors
          org:hugging rlhf                   | because *RLHF* stands in the abstract and it comes from *Hugging Face*
          direct rlhf author:yann cat:cs.CL  | because *Direct* stands in the title, *RLHF* in the abstract and *Yann LeCun* is among the authors · cs.CL
          cat:cs.IT                          | because it is listed in math.IT
          cat:cs.* cat:math.*                | because it is listed in cs.CL, math.IT
          preference "preference optimization" | because *Preference Optimization* stands in the title
          "direct preference" "preference optimization" | because *Direct Preference Optimization* stands in the title
          rlhf -dpo -"direct preferences of" | because *RLHF* stands in the abstract
          rlhf OR dpo OR "deep learning"     | because *RLHF* stands in the abstract
          (direct dpo) OR rlhf               | because *RLHF* stands in the abstract
          """)
  void theReasonIsWhatStandsInThePaper(String query, String sentence) {
    Reason reason = reason(query);
    String emphasized =
        reason.parts().stream()
            .map(part -> part.emphasized() ? "*" + part.text() + "*" : part.text())
            .collect(Collectors.joining());
    assertThat(emphasized).isEqualTo(sentence);
    assertThat(reason.sentence()).isEqualTo(sentence.replace("*", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "preference",
    "rlhf study",
    "\"preference optimization\" OR rlhf",
    "direct C++ rlhf",
    "direct* -dpo",
    "author:lecun",
    "org:face",
    "cat:cs.IT",
    "(direct dpo) OR study",
  })
  void withoutTheWordsOfTheReasonThePaperIsNotFound(String query) {
    String words =
        reason(query).grounds().stream()
            .flatMap(ground -> ground.words().stream())
            .map(word -> "\\Q" + word.replace(" ", "\\E\\s+\\Q") + "\\Es?")
            .collect(Collectors.joining("|", "(?i)", ""));
    PaperText without =
        new PaperText(
            1,
            PAPER.title().replaceAll(words, ""),
            PAPER.summary().replaceAll(words, ""),
            PAPER.authors().stream().map(author -> author.replaceAll(words, "")).toList(),
            "Hugging Face".replaceAll(words, ""),
            PAPER.categories().stream().map(category -> category.replaceAll(words, "")).toList());
    assertThat(search(query, without)).isEmpty();
  }

  @Test
  void aFewWordsAreEnough() {
    Reason reason = search("a1 b1 c1 d1 e1 f1", paper(1, "", "f1 e1 d1 c1 b1 a1")).get(0).reason();
    assertThat(reason.grounds())
        .containsExactly(new Ground(Where.ABSTRACT, List.of("f1", "e1", "d1", "c1")));
  }

  @Test
  void whatIsTooLongToReadIsCut() {
    PaperText paper =
        new PaperText(
            1,
            "deep " + "!".repeat(1000) + " nets",
            "",
            List.of("x".repeat(500) + " Li"),
            null,
            List.of());
    List<Ground> grounds = search("\"deep nets\" author:li", paper).get(0).reason().grounds();
    assertThat(grounds.get(0).words().get(0)).startsWith("deep !!").endsWith("!…").hasSize(121);
    assertThat(grounds.get(1).words()).containsExactly("Li");
  }

  @Test
  void asJsonItIsItsGrounds() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    Reason reason = reason("\"preference optimization\" cat:cs.CL");
    String text = json.writeValueAsString(reason);
    assertThat(text)
        .isEqualTo(
            "{\"grounds\":[{\"field\":\"TITLE\",\"words\":[\"Preference Optimization\"]},"
                + "{\"field\":\"CATEGORY\",\"words\":[\"cs.CL\"]}]}");
    assertThat(json.readValue(text, Reason.class)).isEqualTo(reason);
    assertThat(reason.parts()).contains(new Part("Preference Optimization", true));
  }

  private static Reason reason(String query) {
    return search(query, PAPER).get(0).reason();
  }
}
