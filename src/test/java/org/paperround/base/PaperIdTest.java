package org.paperround.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {

  @ParameterizedTest
  @CsvSource({
    "2606.00188, 2606.00188",
    "2606.00188v2, 2606.00188",
    "' 2606.00188v12 ', 2606.00188",
    "0704.0001, 0704.0001",
    "arXiv:2606.00188v1, 2606.00188",
    "ARXIV: 2606.00188, 2606.00188",
    "oai:arXiv.org:2606.00188, 2606.00188",
    "https://arxiv.org/abs/2606.00188v3, 2606.00188",
    "http://www.arxiv.org/abs/2606.00188, 2606.00188",
    "http://export.arxiv.org/pdf/2606.00188v1.pdf, 2606.00188",
    "https://arxiv.org/pdf/2606.00188, 2606.00188",
    "https://arxiv.org/html/2606.00188v1#S2, 2606.00188",
    "https://arxiv.org/abs/2606.00188?context=cs.CL, 2606.00188",
    "arxiv.org/abs/2606.00188/, 2606.00188",
    "https://huggingface.co/papers/2606.00188, 2606.00188",
    "10.48550/arXiv.2606.00188, 2606.00188",
    "https://doi.org/10.48550/arXiv.2606.00188, 2606.00188",
    "math/0611800, math/0611800",
    "math.CA/0611800, math/0611800",
    "math.CA/0611800v2, math/0611800",
    "hep-th/9901001, hep-th/9901001",
    "cond-mat.str-el/9901001v1, cond-mat/9901001",
    "oai:arXiv.org:math/0611800, math/0611800",
    "https://arxiv.org/abs/math.CA/0611800v1, math/0611800",
    "doi:10.1000/182, doi:10.1000/182",
    "DOI: 10.1000/ABC.d, doi:10.1000/abc.d",
    "10.1000/ABC, doi:10.1000/abc",
    "https://doi.org/10.1000/ABC, doi:10.1000/abc",
    "http://dx.doi.org/10.1000/a%3Cb%3E, doi:10.1000/a<b>",
    "zenodo:4711, zenodo:4711",
  })
  void everyShapeOfAnIdentityHasOneCanonicalForm(String text, String canonical) {
    assertThat(PaperId.parse(text).value()).isEqualTo(canonical);
    assertThat(PaperId.parse(canonical).value()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "math/0611800, math/0611800",
    "doi:10.1000/a<b>;c, doi:10.1000/a%3Cb%3E%3Bc",
    "doi:10.1000/a//b, doi:10.1000/a%2F/b",
    "doi:10.1000/a/../b/, doi:10.1000/a%2F../b%2F",
    "file:100%?, file:100%25%3F",
  })
  void anIdentityStandsInAPathWhateverItHolds(String id, String path) {
    assertThat(new PaperId(id).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "seven", "2613.00188", "arXiv:26.1", "doi:11.1000/182", "two words"})
  void whatIsNoIdentityIsRefused(String text) {
    assertThatThrownBy(() -> PaperId.parse(text))
        .isInstanceOf(InvalidPaperId.class)
        .hasMessage("id is no arXiv id, DOI or source:key");
  }

  @Test
  void whatHasNoKnownShapeIsTheKeyOfItsSource() {
    assertThat(PaperId.parse("reading-list-7", "file").value()).isEqualTo("file:reading-list-7");
    assertThat(PaperId.parse("https://example.org/p/7", "file").value())
        .isEqualTo("file:https://example.org/p/7");
    assertThat(PaperId.parse("2606.00188v2", "file").value()).isEqualTo("2606.00188");
  }

  @Test
  void aMalformedArxivIdOrDoiIsNoKey() {
    assertThatThrownBy(() -> PaperId.parse("arXiv:26.1", "file"))
        .isInstanceOf(InvalidPaperId.class);
    assertThatThrownBy(() -> PaperId.parse("doi:no", "file")).isInstanceOf(InvalidPaperId.class);
  }

  @Test
  void anIdIsAtMost300CharactersLongWithTheNameOfItsSource() {
    assertThat(PaperId.parse("k".repeat(295), "file").value()).hasSize(300);
    assertThatThrownBy(() -> PaperId.parse("k".repeat(296), "file"))
        .hasMessage("id is longer than 300 characters");
  }

  @Test
  void arxivIdsAndDoisHaveAPage() {
    PaperId arxiv = PaperId.parse("math.CA/0611800");
    assertThat(arxiv.isArxiv()).isTrue();
    assertThat(arxiv.abstractUrl()).hasValue("https://arxiv.org/abs/math/0611800");
    assertThat(arxiv.pdfUrl()).hasValue("https://arxiv.org/pdf/math/0611800");
    PaperId doi = PaperId.parse("doi:10.1000/a<b>#c");
    assertThat(doi.isArxiv()).isFalse();
    assertThat(doi.abstractUrl()).hasValue("https://doi.org/10.1000/a%3Cb%3E%23c");
    assertThat(doi.pdfUrl()).isEmpty();
    assertThat(PaperId.parse("zenodo:4711").abstractUrl()).isEmpty();
  }
}
