package org.paperround.paper;

import java.util.List;

/** There is no source of that name; the message names those there are. */
public final class UnknownSource extends IllegalArgumentException {

  UnknownSource(List<String> known) {
    super("Unknown source. Known are: " + String.join(", ", known));
  }
}
