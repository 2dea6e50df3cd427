package org.paperround.admin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use the operator's API. */
@ConfigMapping(prefix = "paperround.admin")
interface AdminConfig {

  /** The bearer token (RFC 6750); without one, nobody may. */
  Optional<String> token();
}
