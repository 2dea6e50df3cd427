package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidRequest;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.subscription.Frequency;
import org.paperround.subscription.LinkResult;
import org.paperround.subscription.SubscriptionStatus;
import org.paperround.subscription.SubscriptionView;
import org.paperround.subscription.Subscriptions;
import org.paperround.web.UnsubscribedView.Outcome;

/**
 * What an unsubscribe link opens. A POST without anything in it leaves: that is the one-click
 * unsubscribe of RFC 8058, and the page's own button. It is never a redirect and never asks back.
 */
@Path("/unsubscribe/{token}")
class UnsubscribePage {

  private static final int LONGEST_PAUSE = 366;

  private final Subscriptions subscriptions;
  private final Clock clock;

  UnsubscribePage(Subscriptions subscriptions, Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @GET
  public Response look(String token, HttpHeaders headers) {
    LinkResult result = subscriptions.look(Purpose.UNSUBSCRIBE, token);
    if (result instanceof LinkResult.Gone) {
      return left(token, false, headers);
    }
    SubscriptionView view = LinkException.unlessDone(result);
    return Accepts.json(headers)
        ? Answers.status(view)
        : Answers.page(
            Pages.unsubscribe(
                new UnsubscribeView(
                    token,
                    view.status() == SubscriptionStatus.UNSUBSCRIBED,
                    mayResume(view),
                    pausedUntil(view),
                    view.choices().frequency() == Frequency.WEEKLY)));
  }

  /** Leaves, whatever the body and its type, unless it is our own form and says otherwise. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response post(String token, InputStream body, HttpHeaders headers) throws IOException {
    UnsubscribePost post =
        UnsubscribePost.read(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    String days = post.days();
    return switch (post.action()) {
      case "" -> leave(token, headers);
      case "pause" ->
          done(
              token,
              Outcome.PAUSED,
              subscriptions.pause(Purpose.UNSUBSCRIBE, token, number(days)),
              headers);
      case "weekly" -> done(token, Outcome.WEEKLY, subscriptions.weekly(token), headers);
      case "resume" ->
          done(token, Outcome.RESUMED, subscriptions.resume(Purpose.UNSUBSCRIBE, token), headers);
      default -> throw wrong("action", "Use pause, weekly or resume, or nothing to leave.");
    };
  }

  private Response leave(String token, HttpHeaders headers) {
    LinkResult result = subscriptions.leave(token);
    if (result instanceof LinkResult.Gone) {
      return left(token, false, headers);
    }
    SubscriptionView view = LinkException.unlessDone(result);
    return left(token, mayResume(view), headers);
  }

  private Response done(String token, Outcome outcome, LinkResult result, HttpHeaders headers) {
    SubscriptionView view = LinkException.unlessDone(result);
    if (view.status() == SubscriptionStatus.UNSUBSCRIBED) {
      return left(token, mayResume(view), headers);
    }
    return Accepts.json(headers)
        ? Answers.status(view)
        : Answers.page(
            Pages.unsubscribed(new UnsubscribedView(token, outcome, false, pausedUntil(view))));
  }

  private static Response left(String token, boolean mayResume, HttpHeaders headers) {
    return Accepts.json(headers)
        ? Answers.json(java.util.Map.of("status", SubscriptionStatus.UNSUBSCRIBED))
        : Answers.page(
            Pages.unsubscribed(new UnsubscribedView(token, Outcome.LEFT, mayResume, null)));
  }

  private boolean mayResume(SubscriptionView view) {
    Instant leftAt = view.leftAt();
    return leftAt != null && clock.instant().isBefore(leftAt.plus(Subscriptions.MAY_COME_BACK_FOR));
  }

  private static @Nullable LocalDate pausedUntil(SubscriptionView view) {
    Instant due = view.nextDueAt();
    return view.status() == SubscriptionStatus.PAUSED && due != null
        ? LocalDate.ofInstant(due, view.choices().timeZone())
        : null;
  }

  private static int number(@Nullable String days) {
    try {
      int number = Integer.parseInt(days == null ? "7" : days.strip());
      if (number >= 1 && number <= LONGEST_PAUSE) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // The sentence below says it better.
    }
    throw wrong("days", "Use a whole number from 1 to " + LONGEST_PAUSE + ".");
  }

  private static InvalidRequest wrong(String field, String detail) {
    return InvalidRequest.of(field, detail);
  }
}
