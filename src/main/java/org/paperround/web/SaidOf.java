package org.paperround.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.Papers;
import org.paperround.subscription.GivenFeedback;
import org.paperround.subscription.ReaderFeedback;
import org.paperround.subscription.SubscriptionView;

/** All that a reader said of papers, with the papers' titles; newest first. */
@ApplicationScoped
class SaidOf {

  private final ReaderFeedback feedback;
  private final Papers papers;

  SaidOf(ReaderFeedback feedback, Papers papers) {
    this.feedback = feedback;
    this.papers = papers;
  }

  /** For programs. */
  List<FeedbackJson> json(SubscriptionView reader) {
    return each(reader, FeedbackJson::of);
  }

  /** For the preferences page. */
  List<FeedbackLine> lines(SubscriptionView reader) {
    ZoneId zone = reader.choices().timeZone();
    return each(reader, (given, title) -> FeedbackLine.of(given, title, zone));
  }

  private <T> List<T> each(SubscriptionView reader, BiFunction<GivenFeedback, String, T> shown) {
    List<GivenFeedback> given = feedback.of(reader.id());
    Map<PaperId, String> titles = papers.titles(given.stream().map(GivenFeedback::paper).toList());
    return given.stream()
        .map(one -> shown.apply(one, titles.getOrDefault(one.paper(), one.paper().value())))
        .toList();
  }

  /** Takes back what a reader said of a paper, if they said anything. */
  void withdraw(SubscriptionView reader, String paper) {
    try {
      feedback.withdraw(reader.id(), PaperId.parse(paper));
    } catch (InvalidPaperId nothingSaid) {
      // Of what is no paper nobody said anything.
    }
  }
}
