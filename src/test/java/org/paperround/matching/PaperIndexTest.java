package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.matching.Papers.found;
import static org.paperround.matching.Papers.paper;
import static org.paperround.matching.Papers.search;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.topic.query.Query;

/** Which papers a query finds. */
class PaperIndexTest {

  @ParameterizedTest(name = "{0} finds \"{1}\": {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          transformer             | Vision Transformers                     | true
          transformers            | A transformer for vision                | true
          optimizing preferences  | Preference optimization                 | true
          transformer*            | Vision Transformers                     | true
          transform*              | The transformative power                | true
          title:trans*            | Vision Transformers                     | true
          former*                 | Vision Transformers                     | false
          transformers*           | A transformer for vision                | false
          "deep learning"         | Deep learning of graphs                 | true
          "deep learning"         | Learning deep graphs                    | false
          "learning deep"         | Deep learning of graphs                 | false
          "state of the art"      | A state-of-the-art method               | true
          "state of the art"      | The state in an art                     | false
          C++                     | Verified C++ programs                   | true
          C++                     | Verified C++17 programs                 | true
          C++                     | Vitamin C + minerals                    | false
          C                       | Verified C++ programs                   | false
          C                       | Verified C# programs                    | false
          C                       | From C/C++ to Rust                      | true
          C#                      | Verified c# programs                    | true
          C#                      | The key of C                            | false
          TCP/IP                  | Congestion in TCP/IP networks           | true
          TCP/IP                  | IP over TCP                             | false
          Q&A                     | A dataset for Q&A                       | true
          RLHF?                   | Do we need RLHF?                        | true
          O(n^2)                  | Sorting in $O(n^2)$ steps               | true
          3D [video]              | Generating video in 3D                  | true
          graph: theory           | Theory of graphs                        | true
          schrodinger             | Schrödinger bridges                     | true
          Schrödinger             | Schrodinger bridges                     | true
          Alzheimer               | Alzheimer’s disease                     | true
          graph theory            | Graph networks                          | false
          graph OR theory         | Graph networks                          | true
          graph -networks         | Graph networks                          | false
          graph -networks         | Graph theory                            | true
          graph -"theory of"      | Graph theory                            | true
          graph -(a1 b1)          | Graph b1                                | true
          graph -(a1 b1)          | Graph b1 a1                             | false
          graph -(a1 OR b1)       | Graph b1                                | false
          (a1 OR b1) (c1 OR d1)   | b1 and c1                               | true
          (a1 OR b1) (c1 OR d1)   | b1 and a1                               | false
          title:the graph         | Graph                                   | true
          """)
  void textIsFoundByItsWords(String query, String text, boolean expected) {
    assertThat(found(query, paper(1, text, "")).isEmpty()).isNotEqualTo(expected);
    String inAbstract = query.replace("title:", "abstract:");
    assertThat(found(inAbstract, paper(1, "", text)).isEmpty()).isNotEqualTo(expected);
  }

  @Test
  void aPhraseDoesNotRunFromTheTitleIntoTheAbstract() {
    assertThat(found("\"deep learning\"", paper(1, "How deep", "learning goes"))).isEmpty();
    assertThat(found("deep learning", paper(1, "How deep", "learning goes"))).containsExactly(1L);
  }

  @Test
  void fieldsFindInTheirPartOnly() {
    PaperText paper =
        new PaperText(
            7,
            "Graphs",
            "About networks",
            List.of("Yann LeCun", "Zoë Müller", "An Will", "Jean-Luc O'Brien"),
            "Hugging Face",
            List.of("cs.LG"));
    assertThat(found("title:graph", paper)).isNotEmpty();
    assertThat(found("abstract:graph", paper)).isEmpty();
    assertThat(found("title:network", paper)).isEmpty();
    assertThat(found("lecun", paper)).isEmpty();
    assertThat(found("author:lecun", paper)).isNotEmpty();
    assertThat(found("author:(lecun zoe)", paper)).isNotEmpty();
    assertThat(found("author:\"yann lecun\"", paper)).isNotEmpty();
    assertThat(found("author:\"lecun zoe\"", paper)).isEmpty();
    assertThat(found("author:will author:an", paper)).isNotEmpty();
    assertThat(found("author:Jean-Luc author:O’Brien", paper)).isNotEmpty();
    assertThat(found("author:müll*", paper)).isNotEmpty();
    assertThat(found("org:\"hugging face\"", paper)).isNotEmpty();
    assertThat(found("org:hug", paper)).isEmpty();
    assertThat(found("org:hug*", paper)).isNotEmpty();
    assertThat(found("author:hugging", paper)).isEmpty();
  }

  @ParameterizedTest(name = "{0} finds {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Yann LeCun          | Yann LeCun                 | true",
        "LeCun, Yann         | Yann LeCun                 | true",
        "Yann LeCun          | LeCun, Yann                | true",
        "Y. LeCun            | Yann LeCun                 | true",
        "LeCun Y             | Yann LeCun                 | true",
        "Y LeCun             | Yann André LeCun           | true",
        "Yann LeCun          | Y. LeCun                   | true",
        "Yann LeCun          | Y. A. LeCun                | true",
        "Jurgen Schmidhuber  | Jürgen Schmidhuber         | true",
        "Jean-Baptiste Fey   | J.-B. Fey                  | true",
        "J. B. Fey           | Jean-Baptiste Fey          | true",
        "Fey Jean Baptiste   | Jean-Baptiste Fey          | true",
        "van der Maaten      | Laurens van der Maaten     | true",
        "L. van der Maaten   | Laurens van der Maaten     | true",
        "A B C D E F Godel   | A. B. C. D. E. F. Gödel    | true",
        "Wei Li              | Wei Li                     | true",
        "L. Li               | Wei Li                     | false",
        "Wei Li              | Li L. Chen                 | false",
        "Y. LeCun            | Zoë LeCun                  | false",
        "Yann LeCun          | Yann L. Dupont             | false",
        "Yann LeCun          | Yves LeCun                 | false",
        "Yann LeCun          | Yann Dupont; Zoë LeCun     | false",
        "Y. L.               | Yann LeCun                 | false",
        "Wei Wei             | Wei Li                     | false"
      })
  void peopleAreFoundHoweverTheirNamesAreWritten(String name, String authors, boolean expected) {
    PaperText paper = new PaperText(1, "Graphs", "", List.of(authors.split("; ")), null, List.of());
    assertThat(found("author:\"" + name + "\"", paper).isEmpty()).isNotEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} finds a paper in {1}: {2}")
  @CsvSource({
    "cat:cs.CL, cs.CL, true",
    "cat:cs.CL, CS.cl, true",
    "cat:CS.cl, cs.CL, true",
    "cat:cs.CL, cs.LG, false",
    "cat:cs.*, cs.LG, true",
    "cat:cs.*, cs.YOUNGER, true",
    "cat:cs.*, stat.ML, false",
    "cat:hep-th.*, hep-th, true",
    "cat:astro-ph.*, astro-ph, true",
    "cat:math.MP, math-ph, true",
    "cat:math-ph, math.MP, true",
    "cat:stat.TH, math.ST, true",
    "cat:math.ST, stat.TH, true",
    "cat:cs.IT, math.IT, true",
    "cat:math.*, cs.IT, true",
    "cat:econ.GN, q-fin.EC, true",
    "cat:eess.SY, cs.SY, true",
    "cat:cs.NA, math.NA, true",
    "cat:cs.CL, Reading list, false",
  })
  void categoriesMatchUnderAllTheirNames(String query, String category, boolean expected) {
    PaperText paper = new PaperText(1, "", "", List.of(), null, List.of("gr-qc", category));
    assertThat(found(query, paper).isEmpty()).isNotEqualTo(expected);
  }

  @Test
  void papersWithoutCategoriesMatchNone() {
    PaperText paper = paper(1, "Language models", "cs.CL");
    assertThat(found("language -cat:cs.CL", paper)).isNotEmpty();
    assertThat(found("cat:cs.CL", paper)).isEmpty();
    assertThat(found("cat:cs.*", paper)).isEmpty();
  }

  @Test
  void theBestComeFirstAndEqualOnesByTheirId() {
    assertThat(
            search(
                "graph",
                paper(9, "Graphs", ""),
                paper(4, "", "a graph among many words"),
                paper(5, "Graphs", ""),
                paper(6, "Graphs", "of graphs"),
                paper(7, "Nothing", "")))
        .extracting(PaperMatch::paperId)
        .containsExactly(6L, 5L, 9L, 4L);
  }

  @Test
  void allAreCountedThoughOnlyTheBestAreReturned() {
    try (PaperIndex index =
        PaperIndex.of(
            List.of(paper(1, "Trees", ""), paper(2, "Graph", ""), paper(3, "", "graph a b")))) {
      CompiledQuery graph = CompiledQuery.of(Query.parse("graph"));
      assertThat(index.search(graph, 1).total()).isEqualTo(2);
      assertThat(index.search(graph, 1).best()).extracting(PaperMatch::paperId).containsExactly(2L);
      assertThat(index.search(graph, 0).best()).isEmpty();
    }
  }

  @Test
  void withoutPapersNothingIsFound() {
    assertThat(search("graph")).isEmpty();
  }
}
