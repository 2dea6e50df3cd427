package org.paperround.digest;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import org.apache.commons.text.WordUtils;

/**
 * What the text twins need to be a pleasure in a terminal; in templates the namespace {@code
 * text:}.
 */
@TemplateExtension(namespace = "text")
final class PlainText {

  private static final int COLUMNS = 72;

  private PlainText() {}

  /** In lines of at most 72 columns; a longer word, such as a link, stays whole. */
  static String wrap(String text) {
    if (text.length() <= COLUMNS) {
      return text.replace(Line.NO_BREAK, " ");
    }
    String hung = text.replace(" · ", Line.NO_BREAK + "· ");
    return WordUtils.wrap(hung, COLUMNS, "\n", false).replace(Line.NO_BREAK, " ");
  }

  /** A line across the page. */
  static String rule() {
    return "_".repeat(COLUMNS);
  }

  /** A wrapped heading with a line of the given character under it, as long as its longest line. */
  static String underline(String heading, String with) {
    String wrapped = wrap(heading);
    if (heading.length() <= COLUMNS) {
      return wrapped + "\n" + with.repeat(Math.max(1, wrapped.length()));
    }
    int longest = Arrays.stream(wrapped.split("\n")).mapToInt(String::length).max().orElse(1);
    return wrapped + "\n" + with.repeat(Math.min(longest, COLUMNS));
  }
}
