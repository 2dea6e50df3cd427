package org.paperround.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailSelection;
import org.paperround.delivery.MailState;

/** Reads which mails a request is about, and collects all that is wrong with it. */
final class MailFilter {

  private final List<FieldError> errors = new ArrayList<>();

  private MailFilter() {}

  /** States separated by commas; none for none given. */
  static Set<MailState> states(@Nullable String status) {
    MailFilter filter = new MailFilter();
    Set<MailState> states = filter.states(status, EnumSet.allOf(MailState.class));
    filter.throwIfWrong();
    return states;
  }

  /**
   * A selection for an operation on many mails, which must say at least in which states they are.
   *
   * @param allowed the states the operation can do something with
   */
  static MailSelection selection(
      @Nullable String status,
      @Nullable String kind,
      @Nullable String since,
      Set<MailState> allowed) {
    MailFilter filter = new MailFilter();
    Set<MailState> states = filter.states(status, allowed);
    if (states.isEmpty() && filter.errors.isEmpty()) {
      filter.wrong("status", "Say which mails: some of " + allowed + ", separated by commas.");
    }
    MailKind only = filter.kind(kind);
    Instant earliest = filter.since(since);
    filter.throwIfWrong();
    return new MailSelection(states, only, earliest);
  }

  private Set<MailState> states(@Nullable String status, Set<MailState> allowed) {
    Set<MailState> states = EnumSet.noneOf(MailState.class);
    if (status == null || status.isBlank()) {
      return states;
    }
    for (String name : status.split(",")) {
      try {
        states.add(MailState.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        wrong("status", "Use some of " + allowed);
        return states;
      }
    }
    if (!allowed.containsAll(states)) {
      wrong("status", "Use some of " + allowed);
    }
    return states;
  }

  private @Nullable MailKind kind(@Nullable String kind) {
    if (kind == null || kind.isBlank()) {
      return null;
    }
    try {
      return MailKind.valueOf(kind.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      wrong("kind", "Use one of " + Arrays.toString(MailKind.values()));
      return null;
    }
  }

  private @Nullable Instant since(@Nullable String since) {
    if (since == null || since.isBlank()) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(since.strip()).toInstant();
      if (!instant.isBefore(Instant.EPOCH)) {
        return instant;
      }
    } catch (DateTimeException malformed) {
      // The sentence says it better.
    }
    wrong("since", "Write the instant as 2026-05-04T23:00:00Z.");
    return null;
  }

  private void wrong(String field, String detail) {
    errors.add(new FieldError(field, detail, null));
  }

  private void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }
}
