package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexTextTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          Andr\\'e                                  | André
          Schr{\\"o}dinger                          | Schrödinger
          Erd\\H{o}s                                | Erdős
          \\v{S}koda and \\L{}ukasz                  | Škoda and Łukasz
          S\\o ren                                  | Søren
          Fran\\c{c}ois                             | François
          sorting in $O(n^2)$                      | sorting in O(n²)
          $x_{ij}$ and $x^{n+1}$                   | xᵢⱼ and xⁿ⁺¹
          \\alpha-divergence                        | α-divergence
          $\\alpha$-divergence                      | α-divergence
          $\\mathcal{L}_1$ norms                    | L₁ norms
          $\\mathbb{R}^n \\to \\mathbb{R}$            | ℝⁿ → ℝ
          $\\mathrm{SO}(3)$                         | SO(3)
          a \\textit{very} \\emph{good} thing        | a very good thing
          95\\% of C\\&A                             | 95% of C&A
          it costs $5 and then $10                 | it costs $5 and then $10
          from $5K to $10K                         | from $5K to $10K
          \\$5 a piece                              | $5 a piece
          ``quoted'' words                         | “quoted” words
          Fig.~1 and Smith~et al.                  | Fig. 1 and Smith et al.
          Q&amp;A with &lt;b&gt;                   | Q&A with <b>
          Q&A, R&D and AT&T                        | Q&A, R&D and AT&T
          snake_case, a^b and ~5                   | snake_case, a^b and ~5
          https://x.example/~a_b                   | https://x.example/~a_b
          $\\approx 3.5\\times$ faster               | ≈ 3.5× faster
          $\\begin{pmatrix}1\\end{pmatrix}$          | $\\begin{pmatrix}1\\end{pmatrix}$
          \\unknown{thing} stays                    | \\unknown{thing} stays
          a lone $ sign                            | a lone $ sign
          C:\\new                                   | C:\\new
          """)
  void textIsShownAsPeopleReadIt(String written, String read) {
    assertThat(TexText.readable(written)).isEqualTo(read);
  }
}
