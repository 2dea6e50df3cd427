package org.paperround.topic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The canonical text is one, whatever way the question is put, and a query itself. */
class CanonicalQueryTest {

  private static final List<String> PIECES =
      List.of(
          "graph",
          "Neural",
          "the",
          "of",
          "C++",
          "c#",
          "TCP/IP",
          "O(n^2)",
          "RLHF?",
          "transformer*",
          "a*",
          "AND",
          "OR",
          "NOT",
          "-",
          "--",
          "(",
          ")",
          "\"",
          "“",
          "”",
          "title:",
          "abstract:",
          "author:",
          "org:",
          "cat:",
          "cat:cs.CL",
          "cat:math.MP",
          "cat:cs.*",
          "graph:",
          "*",
          "?",
          "3.5",
          "don't",
          "é",
          "e\u0301",
          "İ",
          "ß",
          "ﬁ",
          "Ⅷ",
          "𝒳",
          "深度学习",
          "한국어",
          "日本語ガ",
          "ﷺ",
          "👩‍💻",
          "❤️",
          "1️⃣",
          "\u0000",
          "\ud800",
          "\udc00",
          "\u200b",
          "\u00ad",
          "_x_",
          "a_b",
          "'",
          "’s",
          "x’s",
          "⑴",
          "＊",
          "（",
          "）",
          "：",
          "－",
          "﹕",
          "ᴀ",
          "ŉ",
          "٣",
          "१२",
          "กขค",
          "\\",
          "$x_i$",
          "{\\Psi}");

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsTypedIsRefusedWithAPlaceOrHasACanonicalTextThatIsItself(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 700; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(3) > 0 ? " " : "");
      }
      check(text.toString());
    }
  }

  @Test
  void anyCharacterIsReadAsAWordOrRefusedWithAPlace() {
    for (int codePoint = 0; codePoint < 0x20000; codePoint += codePoint < 0x600 ? 1 : 23) {
      check("x" + Character.toString(codePoint));
      check(Character.toString(codePoint) + "graph y");
    }
  }

  @Test
  void theCanonicalTextMayBeLongerThanWhatAReaderMayWriteButNotEndless() {
    String words =
        IntStream.range(10, 42).mapToObj(i -> "anything" + i).collect(Collectors.joining(" "));
    Query query = Query.parse("abstract:(" + words + ")");
    assertThat(query.canonical()).hasSizeGreaterThan(Query.MAX_LENGTH);
    assertThat(Query.ofCanonical(query.canonical())).isEqualTo(query);
    // One character that stands for eighteen.
    assertThatThrownBy(() -> Query.parse("ﷺ".repeat(100))).isInstanceOf(QueryException.class);
  }

  private static void check(String text) {
    Query query;
    try {
      query = Query.parse(text);
    } catch (QueryException refused) {
      assertThat(refused.position()).as(text).isBetween(0, text.length());
      return;
    }
    assertThat(Query.ofCanonical(query.canonical()).canonical())
        .as("canonical text of %s", text)
        .isEqualTo(query.canonical());
    assertThat(Query.ofCanonical(query.canonical()).root()).as(text).isEqualTo(query.root());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderSpacingCaseRepetitionAndParenthesesMakeNoDifference(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Tree tree = Tree.random(random, 3);
      assertThat(Query.parse(tree.written(random, true)))
          .isEqualTo(Query.parse(tree.written(random, true)));
    }
  }

  static Stream<Integer> seeds() {
    return Stream.of(1, 2, 3);
  }

  /** A question that can be written in many ways. */
  private record Tree(String operator, List<Tree> parts, String leaf) {

    private static final List<String> LEAVES =
        List.of("graph", "neural", "\"deep learning\"", "title:nets", "transformer*", "cat:cs.cl");

    static Tree random(Random random, int depth) {
      if (depth == 0 || random.nextInt(3) == 0) {
        return new Tree("", List.of(), LEAVES.get(random.nextInt(LEAVES.size())));
      }
      List<Tree> parts = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        parts.add(random(random, depth - 1));
      }
      return new Tree(List.of("AND", "OR", "NOT").get(random.nextInt(3)), parts, "");
    }

    String written(Random random, boolean outermost) {
      if (parts.isEmpty()) {
        return vary(random, random.nextBoolean() ? leaf.toUpperCase(Locale.ROOT) : leaf);
      }
      List<String> texts =
          parts.stream().map(part -> part.written(random, false)).collect(Collectors.toList());
      String text;
      if (operator.equals("NOT")) {
        String wanted = texts.remove(0);
        Collections.shuffle(texts, random);
        String exclusion = random.nextBoolean() ? " -" : "  AND NOT ";
        text = wanted + texts.stream().map(t -> exclusion + t).collect(Collectors.joining());
      } else {
        Collections.shuffle(texts, random);
        String and = random.nextBoolean() ? " " : " AND ";
        text = String.join(operator.equals("OR") ? "  OR " : and, texts);
      }
      return outermost && random.nextBoolean() ? text : "(" + text + ")";
    }

    private static String vary(Random random, String word) {
      return switch (random.nextInt(4)) {
        case 0 -> "(" + word + ")";
        case 1 -> "(" + word + " OR  " + word + ")";
        default -> word;
      };
    }
  }
}
