package org.paperround.delivery;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whom to tell when sending stops by itself. */
@ConfigMapping(prefix = "paperround.delivery")
interface AlertConfig {

  /** The operator's address; without one nobody is mailed. */
  Optional<String> alertTo();
}
