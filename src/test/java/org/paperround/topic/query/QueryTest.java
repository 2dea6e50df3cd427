package org.paperround.topic.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query means, shown by its canonical text. */
class QueryTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          graph networks                        | graph networks
          graph AND networks                    | graph networks
          graph OR networks                     | graph OR networks
          (graph OR neural) networks            | (graph OR neural) networks
          graph (neural networks)               | graph networks neural
          graph OR (neural networks)            | graph OR (networks neural)
          graph -neural                         | graph -neural
          graph NOT neural                      | graph -neural
          graph AND NOT neural                  | graph -neural
          NOT neural graph                      | graph -neural
          graph AND (NOT neural)                | graph -neural
          graph -"neural network"               | graph -"neural network"
          graph -(a1 b1)                        | graph -(a1 b1)
          graph NOT (a1 NOT b1)                 | graph -(a1 -b1)
          graph and neural or nets not old      | graph nets neural old
          "preference optimization"             | "preference optimization"
          state-of-the-art                      | "state of the art"
          ANDROID ORDER NOTE                    | android note order
          AND-gate                              | "and gate"
          graph -- neural                       | graph neural
          graph AND(neural OR deep)             | (deep OR neural) graph
          graph NOT(neural)                     | graph -neural
          self-attention                        | "self attention"
          graph(neural OR deep)                 | (deep OR neural) graph
          """)
  void operatorsCombineWords(String text, String canonical) {
    assertThat(Query.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          TCP/IP            | "tcp ip"
          RLHF?             | rlhf
          Q&A               | "q a"
          C++               | c++
          C#                | c#
          c++17             | "c++ 17"
          O(n^2)            | "o n 2"
          O(n log n)        | log n o
          3D [video]        | 3d video
          graph: theory     | graph theory
          graph:theory      | "graph theory"
          http://arxiv.org  | "http arxiv.org"
          a1 && b1 + !c1    | a1 b1 c1
          [gpt] {4} ^x1~    | 4 gpt x1
          l'hôpital         | l'hopital
          #hashtag          | hashtag
          f(x)(y)           | "f x y"
          Node.js           | node.js
          GPT-3.5           | "gpt 3.5"
          subtitle:graph    | "subtitle graph"
          x-ray -- imaging  | "x ray" imaging
          graph - theory    | graph theory
          ＴＣＰ/ＩＰ            | "tcp ip"
          “deep learning”   | "deep learning"
          „deep learning“   | "deep learning"
          «deep learning»   | "deep learning"
          """)
  void whateverIsNotInTheGrammarIsLiteralText(String text, String canonical) {
    assertThat(Query.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          title:graph                     | title:graph
          Title:graph                     | title:graph
          title: graph                    | title:graph
          title："graph theory"            | title:"graph theory"
          abstract:TCP/IP                 | abstract:"tcp ip"
          author:LeCun                    | author:lecun
          author:"Yann LeCun"             | author:"yann lecun"
          author:An                       | author:an
          org:deepmind                    | org:deepmind
          title:(graph OR neural)         | title:graph OR title:neural
          title:(graph -neural)           | title:graph -title:neural
          -title:graph nets               | nets -title:graph
          nets NOT author:(ann OR bob)    | nets -author:ann -author:bob
          transformer*                    | transformer*
          title:Transformer*              | title:transformer*
          "A* search"                     | "a search"
          """)
  void fieldsSayWhere(String text, String canonical) {
    assertThat(Query.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "cat:cs.CL, cat:cs.CL",
    "CAT:CS.cl, cat:cs.CL",
    "cat:\"cs.CL\", cat:cs.CL",
    "cat:cs.*, cat:cs.*",
    "cat:CS.*, cat:cs.*",
    "cat:math.MP, cat:math-ph",
    "cat:stat.TH, cat:math.ST",
    "cat:math.IT, cat:cs.IT",
    "cat:q-fin.EC, cat:econ.GN",
    "cat:cs.SY, cat:eess.SY",
    "cat:cs.NA, cat:math.NA",
    "cat:quant-ph, cat:quant-ph",
    "cat:hep-th.*, cat:hep-th",
    "cat:astro-ph.*, cat:astro-ph.*",
    "cat:(cs.CL OR cs.LG), cat:cs.CL OR cat:cs.LG",
  })
  void categoriesAreExactOrOfAnArchive(String text, String canonical) {
    assertThat(Query.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "the graph, graph",
    "the OR graph, graph",
    "graph -the, graph",
    "graph AND (of OR the), graph",
    "graph & networks ?, graph networks",
    "title:the graph, graph",
    "graph \"\", graph",
    "\"the graph\", \"the graph\"",
  })
  void stopWordsAndSignsSayNothingAlone(String text, String canonical) {
    assertThat(Query.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0} and {1} ask the same")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          graph networks               | networks  graph
          Graph NETWORKS               | graph networks
          ((graph)) (networks)         | graph networks
          graph graph networks         | graph networks
          graph OR nets OR graph       | nets OR graph
          a1 OR (b1 OR c1)             | (c1 OR a1) OR b1
          a1 (b1 (c1))                 | c1 b1 a1
          graph -a1 -b1                | graph NOT (b1 OR a1)
          Schrödinger                  | schrodinger
          “deep learning”              | "Deep  Learning"
          TCP/IP                       | "tcp ip"
          title:(a1 b1)                | title:b1 title:a1
          cat:math.MP                  | cat:MATH-PH
          graph　networks               | networks　graph
          """)
  void theSameQuestionIsTheSameQuery(String one, String other) {
    assertThat(Query.parse(one))
        .isEqualTo(Query.parse(other))
        .hasSameHashCodeAs(Query.parse(other));
  }

  @Test
  void anotherQuestionIsAnotherQuery() {
    assertThat(Query.parse("a1 OR b1")).isNotEqualTo(Query.parse("a1 b1"));
    assertThat(Query.parse("\"a1 b1\"")).isNotEqualTo(Query.parse("\"b1 a1\""));
    assertThat(Query.parse("title:a1")).isNotEqualTo(Query.parse("a1"));
    assertThat(Query.parse("C++")).isNotEqualTo(Query.parse("C"));
  }

  @Test
  void controlCharactersSeparateWordsAndInvisibleOnesAreIgnored() {
    assertThat(Query.parse("graph\u0000networks\t\r\n").canonical()).isEqualTo("graph networks");
    assertThat(Query.parse("trans\u00ADformer gr\u200Daph").canonical())
        .isEqualTo("graph transformer");
  }
}
