package org.paperround.paper.source.arxiv;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what arXiv writes into one string. */
final class ArxivText {

  private static final Pattern IN_PARENTHESES = Pattern.compile("\\s*\\([^()]*\\)");
  private static final Pattern BEFORE_ABSTRACT =
      Pattern.compile("\\A\\s*arXiv:\\S+\\s+Announce Type:.*?\\bAbstract:\\s*", Pattern.DOTALL);

  private static final int DEEPEST = 10;

  private ArxivText() {}

  /** The abstract alone; a feed writes the id and the announce type before it. */
  static String withoutPreamble(String description) {
    Matcher preamble = BEFORE_ABSTRACT.matcher(description);
    return preamble.find() ? description.substring(preamble.end()) : description;
  }

  /** The names in {@code Ada One (1), Ben Two}, affiliations left out. */
  static List<String> names(String creators) {
    String names = creators;
    for (int depth = 0; depth < DEEPEST && names.indexOf('(') >= 0; depth++) {
      names = IN_PARENTHESES.matcher(names).replaceAll("");
    }
    return Arrays.stream(names.split(",\\s*"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
