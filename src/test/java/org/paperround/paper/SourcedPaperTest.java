package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.base.PaperId;
import org.paperround.paper.SourcedPaper.Builder;

class SourcedPaperTest {

  private static final PaperId ID = PaperId.parse("2605.00001");

  @Test
  void textIsKeptInOneLine() {
    SourcedPaper paper =
        SourcedPaper.of("file", ID, " Of\n  Mice\u00a0and\tMen ", "One.\r\n\r\nTwo.\u0000Three.")
            .authors(List.of(" Jose\u0301  Paz", " "))
            .organization("\n")
            .build();
    assertThat(paper.title()).isEqualTo("Of Mice and Men");
    assertThat(paper.summary()).isEqualTo("One. Two. Three.");
    assertThat(paper.authors()).containsExactly("José Paz");
    assertThat(paper.organization()).isNull();
  }

  @Test
  void texIsMadeReadableAndWhatWasWrittenIsKept() {
    SourcedPaper paper = SourcedPaper.of("arxiv", ID, "$\\Psi_{0}$ & <b>", "x").build();
    assertThat(paper.title()).isEqualTo("Ψ₀ & <b>");
    assertThat(paper.written()).isEqualTo(new TexSource("$\\Psi_{0}$ & <b>", null));
  }

  @Test
  void inOurOwnFormatTexMeansWhatItSays() {
    assertThat(SourcedPaper.of("file", ID, "{\\Psi} & $\\Psi_{0}$ <b>", "x").build().title())
        .isEqualTo("{\\Psi} & $\\Psi_{0}$ <b>");
  }

  @Test
  void theLinksOfAnArxivPaperAreArxivs() {
    SourcedPaper paper =
        SourcedPaper.of("file", ID, "T", "A")
            .links(new PaperLinks("https://mirror.example/x", null, null, null))
            .build();
    assertThat(paper.links().abstractUrl()).isEqualTo("https://arxiv.org/abs/2605.00001");
    assertThat(paper.links().pdfUrl()).isEqualTo("https://arxiv.org/pdf/2605.00001");
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of(
            "authors has more than 5000 names",
            with(b -> b.authors(Collections.nCopies(5001, "A")))),
        Arguments.of(
            "authors is longer than 300 characters",
            with(b -> b.authors(List.of("A".repeat(301))))),
        Arguments.of(
            "organization is longer than 300 characters",
            with(b -> b.organization("A".repeat(301)))),
        Arguments.of("categories must be like cs.CL", with(b -> b.categories(List.of("cs CL")))),
        Arguments.of(
            "publishedOn is not between the years 1900 and 2199",
            with(b -> b.publishedOn(LocalDate.of(20260, 1, 1)))),
        Arguments.of("votes is negative", with(b -> b.votes(-1))),
        Arguments.of(
            "links.code is no http or https address",
            with(b -> b.links(new PaperLinks(null, null, "javascript:alert(1)", null)))));
  }

  private static UnaryOperator<Builder> with(UnaryOperator<Builder> change) {
    return change;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void inOurOwnFormatWhatCannotBeKeptIsRefusedByName(String reason, UnaryOperator<Builder> change) {
    Builder builder = change.apply(SourcedPaper.of("file", ID, "T", "A"));
    assertThatThrownBy(builder::build).isInstanceOf(InvalidPaper.class).hasMessage(reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void ofASourceWhatCannotBeKeptIsLeftOut(String reason, UnaryOperator<Builder> change) {
    SourcedPaper paper = change.apply(SourcedPaper.of("journal", ID, "T", "A")).build();
    assertThat(paper)
        .usingRecursiveComparison()
        .ignoringFields("authors")
        .isEqualTo(SourcedPaper.of("journal", ID, "T", "A").build());
    assertThat(paper.authors()).hasSize(reason.endsWith("names") ? SourcedPaper.MOST_AUTHORS : 0);
  }

  @Test
  void whatIsRightBesidesWhatIsStrangeIsKept() {
    SourcedPaper paper =
        SourcedPaper.of("journal", ID, "T", "A")
            .authors(List.of("Ada One", "B".repeat(100_000), "Cem Three"))
            .categories(List.of("cs.CL", "Computer Science", "cs.LG"))
            .links(new PaperLinks(null, null, "n/a", "https://a.example/"))
            .build();
    assertThat(paper.authors()).containsExactly("Ada One", "Cem Three");
    assertThat(paper.categories()).containsExactly("cs.CL", "cs.LG");
    assertThat(paper.links().codeUrl()).isNull();
    assertThat(paper.links().projectUrl()).isEqualTo("https://a.example/");
  }

  @Test
  void aPaperThatIsRevisedOnItsFirstDayStaysNewsInEitherOrder() {
    LocalDate day = LocalDate.parse("2026-05-04");
    SourcedPaper first =
        SourcedPaper.of("journal", ID, "$\\alpha$", "One.")
            .announcedOn(day)
            .publishedOn(day)
            .build();
    SourcedPaper second =
        SourcedPaper.of("journal", ID, "$\\beta$", "Two.").mentionedOn(day).build();
    assertThat(first.joinedWith(second)).isEqualTo(second.joinedWith(first));
    SourcedPaper joined = first.joinedWith(second);
    assertThat(joined.title()).isEqualTo("β");
    assertThat(joined.written()).isEqualTo(second.written());
    assertThat(joined.announcedAt()).isEqualTo("2026-05-04T00:00:00Z");
    assertThat(joined.announcedBefore()).isNull();
    assertThat(joined.publishedOn()).isEqualTo(day);
    assertThat(second.joinedWith(second)).isEqualTo(second);
  }

  @Test
  void textThatIsMuchTooLongIsRefusedBeforeItsTexIsRead() {
    assertThatThrownBy(SourcedPaper.of("journal", ID, "T", "$\\frac{1}{2}$".repeat(100_000))::build)
        .hasMessage("abstract is longer than 20000 characters");
  }

  @Test
  void titleAndAbstractAreRequiredAndBounded() {
    assertThatThrownBy(SourcedPaper.of("file", ID, " \n", "A")::build)
        .hasMessage("title is missing");
    assertThatThrownBy(SourcedPaper.of("file", ID, "T", "")::build)
        .hasMessage("abstract is missing");
    assertThatThrownBy(SourcedPaper.of("file", ID, "T".repeat(1001), "A")::build)
        .hasMessage("title is longer than 1000 characters");
    assertThatThrownBy(SourcedPaper.of("file", ID, "T", "A".repeat(20_001))::build)
        .hasMessage("abstract is longer than 20000 characters");
  }
}
