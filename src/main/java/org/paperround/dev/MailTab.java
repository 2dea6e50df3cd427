package org.paperround.dev;

/**
 * How a mail is looked at: links between these are the inbox's only controls.
 *
 * @param show {@code html}, {@code text} or {@code source}
 * @param width {@code wide} or {@code phone}
 * @param scheme {@code light} or {@code dark}
 */
record MailTab(String show, String width, String scheme) {

  static MailTab of(String show, String width, String scheme) {
    return new MailTab(
        "text".equals(show) || "source".equals(show) ? show : "html",
        "phone".equals(width) ? width : "wide",
        "dark".equals(scheme) ? scheme : "light");
  }
}
