package org.paperround.bounce;

import java.util.List;
import java.util.function.Function;

/** What something that came back turned out to be. */
public sealed interface Report {

  /** What became of a mail, for each recipient it names. */
  record DeliveryReport(List<Verdict> verdicts, Traces traces) implements Report {

    public DeliveryReport {
      verdicts = List.copyOf(verdicts);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.delivery().apply(this);
    }
  }

  /**
   * What a reader said of a mail, by a button (RFC 5965).
   *
   * @param feedbackType in lower case: {@code abuse}, {@code not-spam} and others
   */
  record FeedbackReport(String feedbackType, String detail, Traces traces) implements Report {

    /** Whether it calls the mail spam or worse; any other feedback does not speak against us. */
    boolean isComplaint() {
      return "abuse".equals(feedbackType) || "fraud".equals(feedbackType);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.feedback().apply(this);
    }
  }

  /** Somebody's robot answered: away, read, received (RFC 3834, RFC 8098). */
  record AutomaticReply() implements Report {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.automatic().apply(this);
    }
  }

  /**
   * Nothing we know how to read.
   *
   * @param why for the operator
   */
  record NoReport(String why) implements Report {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.none().apply(this);
    }
  }

  /** Calls the one case this report is. */
  <T> T fold(Cases<T> cases);

  /** One function for each report there is; Java 17 has no exhaustive switch over types yet. */
  record Cases<T>(
      Function<DeliveryReport, T> delivery,
      Function<FeedbackReport, T> feedback,
      Function<AutomaticReply, T> automatic,
      Function<NoReport, T> none) {}
}
