package org.paperround.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Whether a program or a person is asking. */
public final class Accepts {

  private Accepts() {}

  /** JSON is asked for, and before HTML: people get pages unless they say otherwise. */
  public static boolean json(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isWildcardType() || type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
        return false;
      }
      if (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json")) {
        return true;
      }
    }
    return false;
  }
}
