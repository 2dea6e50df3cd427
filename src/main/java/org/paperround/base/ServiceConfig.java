package org.paperround.base;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the whole service must know of itself. Checked at start by {@code StartCheck}. */
@ConfigMapping(prefix = "paperround")
public interface ServiceConfig {

  /** Where readers reach the pages, without a trailing slash; links in mails begin with it. */
  URI baseUrl();

  /**
   * Signing secrets, each of at least 32 bytes: the first signs, all verify, so that a new one is
   * put in front and the old one dropped when its tokens have run out.
   */
  List<String> secret();

  /** Shifts the one {@link java.time.Clock}, for rehearsals on recorded days. May be negative. */
  @WithDefault("PT0S")
  Duration clockOffset();

  /** The sender's postal address, which the law of many countries wants in every digest. */
  String postalAddress();

  /**
   * The absolute address of a page.
   *
   * @param path begins with a slash
   */
  default String url(String path) {
    String base = baseUrl().toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }
}
