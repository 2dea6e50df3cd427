package org.paperround.bounce;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a report may say which mail it is about; none of it is believed before it is proven.
 *
 * @param addresses texts in which an envelope sender of ours may stand, the likeliest first
 * @param messageIds Message-IDs it returned
 */
public record Traces(List<String> addresses, List<String> messageIds) {

  public Traces {
    addresses = List.copyOf(addresses);
    messageIds = List.copyOf(messageIds);
  }

  /** These, then others. */
  Traces and(Traces others) {
    return new Traces(joined(addresses, others.addresses), joined(messageIds, others.messageIds));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
