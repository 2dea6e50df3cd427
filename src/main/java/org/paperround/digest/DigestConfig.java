package org.paperround.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When rounds run. */
@ConfigMapping(prefix = "paperround.digest")
interface DigestConfig {

  /** A Quartz cron expression, or {@code off}: then only the operator starts rounds. */
  String cron();

  /**
   * How long readers who are due wait for today's announcements, where those are not in. Nothing by
   * default: who is due at 07:00 gets what was announced up to then.
   */
  @WithDefault("PT0S")
  Duration waitForSources();
}
