package org.paperround.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.paperround.topic.query.Query;

/** Papers for tests, and what a query finds in them. */
final class Papers {

  private Papers() {}

  static PaperText paper(long id, String title, String summary) {
    return new PaperText(id, title, summary, List.of(), null, List.of());
  }

  static List<Long> found(String query, PaperText... papers) {
    return search(query, papers).stream().map(PaperMatch::paperId).sorted().toList();
  }

  static List<PaperMatch> search(String query, PaperText... papers) {
    try (PaperIndex index = PaperIndex.of(List.of(papers))) {
      return index.search(Query.parse(query));
    }
  }

  /** Papers of made-up words, many of which begin alike, the same for the same seed. */
  static List<PaperText> random(int count, long seed) {
    Random random = new Random(seed);
    List<PaperText> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      papers.add(paper(i, words(random, 10), words(random, 200)));
    }
    return papers;
  }

  private static String words(Random random, int count) {
    return random
        .ints(count, 0, 5000)
        .mapToObj(i -> "pre" + "abcdefgh".charAt(i % 8) + Integer.toString(i, 36))
        .collect(Collectors.joining(" "));
  }
}
