package org.paperround.digest;

import io.smallrye.config.ConfigMapping;

/** When rounds run. */
@ConfigMapping(prefix = "paperround.digest")
interface DigestConfig {

  /** A Quartz cron expression, or {@code off}: then only the operator starts rounds. */
  String cron();
}
