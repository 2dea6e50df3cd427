package org.paperround.dev;

/** A mail's HTML, made ready for the frame: links leave it, and its colours are chosen for it. */
final class MailFrame {

  private MailFrame() {}

  /**
   * The HTML with links that open in the whole window.
   *
   * @param scheme {@code dark} shows what a client in dark mode would
   */
  static String of(String html, String scheme) {
    boolean dark = "dark".equals(scheme);
    return html.replaceFirst("<head>", "<head><base target=\"_top\">")
        .replace("@media (prefers-color-scheme: dark)", dark ? "@media all" : "@media not all")
        .replace("content=\"light dark\"", dark ? "content=\"dark\"" : "content=\"light\"")
        .replace("color-scheme: light dark", dark ? "color-scheme: dark" : "color-scheme: light");
  }
}
