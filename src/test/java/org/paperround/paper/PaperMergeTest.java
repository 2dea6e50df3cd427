package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.base.PaperId;

class PaperMergeTest {

  private static final Instant SEEN = Instant.parse("2026-05-06T08:00:00Z");
  private static final PaperId ID = PaperId.parse("2605.00001");

  private static final SourcedPaper HUGGING_FACE =
      SourcedPaper.of("huggingface", ID, "Title of the list", "Abstract of the list")
          .authors(List.of("A. One"))
          .organization("Laboratory")
          .announcedAt(Instant.parse("2026-05-05T00:00:00Z"))
          .votes(12)
          .comments(3)
          .links(new PaperLinks(null, null, "https://code.example/a", null))
          .build();
  private static final SourcedPaper ARXIV =
      SourcedPaper.of("arxiv", ID, "Title of the paper", "Abstract of the paper")
          .authors(List.of("Ada One", "Ben Two"))
          .categories(List.of("cs.CL", "cs.LG"))
          .publishedOn(LocalDate.parse("2026-05-01"))
          .announcedAt(Instant.parse("2026-05-04T00:00:00Z"))
          .build();
  private static final SourcedPaper FILE =
      SourcedPaper.of("file", ID, "Title of the file", "Abstract of the file")
          .authors(List.of("Anon"))
          .organization("Somewhere")
          .categories(List.of("cs.AI"))
          .votes(99)
          .links(new PaperLinks(null, null, "https://code.example/b", "https://project.example/"))
          .build();
  private static final SourcedPaper OTHER =
      SourcedPaper.of("another", ID, "Title of another", "Abstract of another")
          .links(new PaperLinks(null, null, null, "https://another.example/"))
          .build();

  static List<Arguments> fields() {
    return List.of(
        field("title", f -> f.content().title(), "Title of the paper"),
        field("abstract", f -> f.content().summary(), "Abstract of the paper"),
        field("authors", f -> f.content().authors(), List.of("Ada One", "Ben Two")),
        field("categories", f -> f.content().categories(), List.of("cs.CL", "cs.LG")),
        field("published", f -> f.content().publishedOn(), LocalDate.parse("2026-05-01")),
        field("organization", f -> f.content().organization(), "Laboratory"),
        field("code", f -> f.content().links().codeUrl(), "https://code.example/a"),
        field("project", f -> f.content().links().projectUrl(), "https://another.example/"),
        field("page", f -> f.content().links().abstractUrl(), "https://arxiv.org/abs/2605.00001"),
        field("votes", PaperFacts::votes, 12),
        field("comments", PaperFacts::comments, 3),
        field("announced", PaperFacts::announcedAt, Instant.parse("2026-05-04T00:00:00Z")),
        field("sources", PaperFacts::sources, List.of("another", "arxiv", "file", "huggingface")));
  }

  private static Arguments field(String name, Function<PaperFacts, Object> field, Object expected) {
    return Arguments.of(name, field, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void eachFieldIsOfTheSourceWeBelieveMostWhateverOrderSourcesComeIn(
      String name, Function<PaperFacts, Object> field, Object expected) {
    for (List<SourcedPaper> order : orders(List.of(HUGGING_FACE, ARXIV, FILE, OTHER))) {
      assertThat(field.apply(merge(order))).as("%s of %s", name, order).isEqualTo(expected);
    }
  }

  @Test
  void allThatIsKnownIsTheSameWhateverOrderSourcesComeIn() {
    assertThat(orders(List.of(HUGGING_FACE, ARXIV, FILE, OTHER)).stream().map(this::merge))
        .hasSize(24)
        .containsOnly(merge(List.of(HUGGING_FACE, ARXIV, FILE, OTHER)));
  }

  @Test
  void hearingASourceAgainChangesNothing() {
    PaperFacts known = merge(List.of(HUGGING_FACE, ARXIV, FILE));
    for (SourcedPaper again : List.of(FILE, HUGGING_FACE, ARXIV)) {
      assertThat(PaperMerge.merge(known, again, SEEN.plusSeconds(60))).isEqualTo(known);
    }
  }

  @Test
  void aNewerWordOfASourceReplacesItsOlderOne() {
    SourcedPaper later =
        SourcedPaper.of("huggingface", ID, "A better title", "Abstract of the list")
            .votes(40)
            .build();
    PaperFacts facts = merge(List.of(HUGGING_FACE, later));
    assertThat(facts.content().title()).isEqualTo("A better title");
    assertThat(facts.votes()).isEqualTo(40);
  }

  @Test
  void sayingNothingLosesNothing() {
    SourcedPaper bare =
        SourcedPaper.of("huggingface", ID, "Title of the list", "Abstract of the list").build();
    PaperFacts known = merge(List.of(HUGGING_FACE));
    assertThat(PaperMerge.merge(known, bare, SEEN)).isEqualTo(known);
  }

  @Test
  void aPaperThatNoSourceDatesIsAnnouncedWhenFirstSeen() {
    PaperFacts first = PaperMerge.merge(null, FILE, SEEN);
    PaperFacts again = PaperMerge.merge(first, FILE, SEEN.plusSeconds(3600));
    assertThat(again.announcedAt()).isEqualTo(SEEN);
  }

  @Test
  void aGivenAnnouncementIsWorthMoreThanTheTimeWeFirstSawThePaper() {
    SourcedPaper dated =
        SourcedPaper.of("huggingface", ID, "Title", "Abstract")
            .announcedAt(SEEN.plusSeconds(3600))
            .build();
    assertThat(merge(List.of(FILE, dated)).announcedAt()).isEqualTo(SEEN.plusSeconds(3600));
    assertThat(merge(List.of(dated, FILE)).announcedAt()).isEqualTo(SEEN.plusSeconds(3600));
  }

  @Test
  void originsSurviveBeingWrittenDown() {
    PaperOrigins origins = merge(List.of(HUGGING_FACE, ARXIV, FILE)).origins();
    assertThat(PaperOrigins.parse(origins.toString())).isEqualTo(origins);
    assertThat(origins.toString().length()).isLessThan(1000);
  }

  private PaperFacts merge(List<SourcedPaper> papers) {
    PaperFacts facts = null;
    for (SourcedPaper paper : papers) {
      facts = PaperMerge.merge(facts, paper, SEEN);
    }
    return facts;
  }

  private static List<List<SourcedPaper>> orders(List<SourcedPaper> papers) {
    if (papers.isEmpty()) {
      return List.of(List.of());
    }
    List<List<SourcedPaper>> orders = new ArrayList<>();
    for (SourcedPaper first : papers) {
      List<SourcedPaper> others = new ArrayList<>(papers);
      others.remove(first);
      for (List<SourcedPaper> rest : orders(others)) {
        List<SourcedPaper> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
