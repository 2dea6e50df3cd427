package org.paperround.bounce.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Amazon SNS does not answer as it should; it sends its message again. */
class SnsUnreachable extends RuntimeException {

  SnsUnreachable(URI url, @Nullable Throwable cause) {
    super("No good answer from " + url.getHost(), cause);
  }
}
