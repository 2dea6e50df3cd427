package org.paperround.paper.source;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Text that a source writes in HTML. */
final class HtmlText {

  // Many times the longest abstract with its markup.
  private static final int LONGEST = 200_000;

  private HtmlText() {}

  /**
   * The text without its HTML; empty for null. HTML that is far too long for an abstract is not
   * even parsed: the paper will be refused for its length.
   */
  static String plain(@Nullable String html) {
    if (html == null || html.length() > LONGEST) {
      return html == null ? "" : html;
    }
    return Jsoup.parse(html).text();
  }
}
