package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.paperround.subscription.Confirmations;
import org.paperround.subscription.LinkResult;
import org.paperround.subscription.PreferencesLinks;
import org.paperround.subscription.SubscriptionStatus;
import org.paperround.subscription.SubscriptionView;

/** What a confirmation link opens: the GET shows a button, the POST confirms. */
@Path("/confirm/{token}")
class ConfirmPage {

  private final Confirmations confirmations;
  private final PreferencesLinks links;
  private final Client client;

  ConfirmPage(Confirmations confirmations, PreferencesLinks links, Client client) {
    this.confirmations = confirmations;
    this.links = links;
    this.client = client;
  }

  @GET
  public Response look(String token, HttpHeaders headers) {
    LinkResult result = confirmations.look(token);
    if (isToBeConfirmed(result) && !Accepts.json(headers)) {
      return Answers.page(Pages.confirm(new ConfirmView(token)));
    }
    return answer(result, null, headers);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response confirm(String token, HttpHeaders headers) {
    boolean open = isToBeConfirmed(confirmations.look(token));
    LinkResult result = confirmations.confirm(token, client.address());
    // Only who confirms now has just proved who they are.
    String preferences =
        open && result instanceof LinkResult.Done done
            ? links.fresh(done.subscription().id())
            : null;
    return answer(result, preferences, headers);
  }

  private static boolean isToBeConfirmed(LinkResult result) {
    return result instanceof LinkResult.Done done
        && done.subscription().status() == SubscriptionStatus.UNCONFIRMED;
  }

  private static Response answer(
      LinkResult result, @Nullable String preferencesToken, HttpHeaders headers) {
    if (result instanceof LinkResult.Expired && !Accepts.json(headers)) {
      return Notices.page(410, NoticeView.confirmationExpired());
    }
    SubscriptionView subscription = LinkException.unlessDone(result);
    return Accepts.json(headers)
        ? Answers.status(subscription)
        : Answers.page(Pages.confirmed(new ConfirmedView(preferencesToken)));
  }
}
