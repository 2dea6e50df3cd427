package org.paperround.bounce.webhook;

import java.util.List;
import java.util.function.Function;
import org.paperround.bounce.Report;

/** What a webhook's request turned out to be. */
sealed interface WebhookReading {

  /** The provider's, with so many reports; none where it says nothing of bounces. */
  record Genuine(List<Report> reports) implements WebhookReading {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.genuine().apply(this);
    }
  }

  /** Not the provider's, or too old. */
  record Forged(String why) implements WebhookReading {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.forged().apply(this);
    }
  }

  /** Not in the provider's shape. */
  record Malformed() implements WebhookReading {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.malformed().apply(this);
    }
  }

  /** The provider is not configured. */
  record Closed() implements WebhookReading {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.closed().apply(this);
    }
  }

  /** Calls the one case this reading is. */
  <T> T fold(Cases<T> cases);

  /** One function for each reading there is. */
  record Cases<T>(
      Function<Genuine, T> genuine,
      Function<Forged, T> forged,
      Function<Malformed, T> malformed,
      Function<Closed, T> closed) {}
}
