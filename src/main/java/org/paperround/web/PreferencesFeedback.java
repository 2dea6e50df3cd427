package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.subscription.SubscriptionView;
import org.paperround.subscription.Subscriptions;

/** The buttons of the preferences page that take feedback back. */
@Path("/preferences/{token}/feedback/{paper: .+}")
class PreferencesFeedback {

  private final Subscriptions subscriptions;
  private final SaidOf said;

  PreferencesFeedback(Subscriptions subscriptions, SaidOf said) {
    this.subscriptions = subscriptions;
    this.said = said;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response withdraw(String token, String paper, HttpHeaders headers) {
    SubscriptionView reader =
        LinkException.unlessDone(subscriptions.look(Purpose.PREFERENCES, token));
    said.withdraw(reader, paper);
    return Accepts.json(headers)
        ? Response.noContent().build()
        : Answers.page(Pages.feedbackTaken(token));
  }
}
