package org.paperround.delivery.smtp;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of handing one mail to the relay. {@link #fold} makes a caller handle all of it. */
public sealed interface RelayReply {

  /** 250 after the final dot: the mail is the relay's now. */
  record Accepted(String text) implements RelayReply {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.accepted().apply(this);
    }
  }

  /** 4xx to this mail. */
  record Deferred(int code, @Nullable String enhanced, String text) implements RelayReply {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.deferred().apply(this);
    }
  }

  /** 5xx to this mail. */
  record Refused(int code, @Nullable String enhanced, String text) implements RelayReply {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.refused().apply(this);
    }
  }

  /**
   * The conversation broke off, or no answer came in time.
   *
   * @param mayBeTaken whether the end of the mail may have reached the server
   */
  record Lost(String text, boolean mayBeTaken) implements RelayReply {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.lost().apply(this);
    }
  }

  /** The relay could not be talked to at all; it says nothing about the mail. */
  record Down(String text) implements RelayReply {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.down().apply(this);
    }
  }

  /** The server's words, or what kept it from speaking. */
  String text();

  /** Calls the one case this reply is. */
  <T> T fold(Cases<T> cases);

  /** One function for each reply there is; Java 17 has no exhaustive switch over types yet. */
  record Cases<T>(
      Function<Accepted, T> accepted,
      Function<Deferred, T> deferred,
      Function<Refused, T> refused,
      Function<Lost, T> lost,
      Function<Down, T> down) {}
}
