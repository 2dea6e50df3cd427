package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.paperround.base.EmailAddress;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.digest.History;
import org.paperround.subscription.ClientLimit;
import org.paperround.subscription.LinkResult;
import org.paperround.subscription.ReaderFeedback;
import org.paperround.subscription.SignUpDesk;
import org.paperround.subscription.SubscriptionRequest;
import org.paperround.subscription.SubscriptionView;
import org.paperround.subscription.Subscriptions;

/** Signing up, and a subscription in the hands of its reader. */
@Path("/api/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
class SubscriptionResource {

  /** The same for every address, known or not. */
  private static final Map<String, String> ACCEPTED =
      Map.of(
          "status",
          "ACCEPTED",
          "message",
          "Look into your inbox: if we may mail to this address, a link is on its way.");

  private final SignUpDesk desk;
  private final Subscriptions subscriptions;
  private final History history;
  private final SaidOf said;
  private final ClientLimit limit;
  private final Client client;

  SubscriptionResource(
      SignUpDesk desk,
      Subscriptions subscriptions,
      History history,
      SaidOf said,
      ClientLimit limit,
      Client client) {
    this.desk = desk;
    this.subscriptions = subscriptions;
    this.history = history;
    this.said = said;
    this.limit = limit;
    this.client = client;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response subscribe(InputStream body) throws IOException {
    limit.take(client.address());
    desk.subscribe(
        SubscriptionRequest.signUp(JsonBody.read(body, JsonBody.SMALL)), client.address());
    return Response.accepted(ACCEPTED).build();
  }

  @POST
  @Path("/link")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response link(InputStream body) throws IOException {
    limit.take(client.address());
    EmailAddress address = SubscriptionRequest.link(JsonBody.read(body, JsonBody.SMALL));
    desk.link(address, client.address());
    return Response.accepted(ACCEPTED).build();
  }

  @GET
  @Path("/{token}")
  public SubscriptionJson look(String token) {
    return SubscriptionJson.of(done(subscriptions.look(Purpose.PREFERENCES, token)));
  }

  /** What came on the last due days, newest first, and why nothing did on the others. */
  @GET
  @Path("/{token}/history")
  public ApiPage<DueDayJson> history(String token) {
    SubscriptionView view = done(subscriptions.look(Purpose.PREFERENCES, token));
    List<DueDayJson> days = history.of(view).stream().map(DueDayJson::of).toList();
    return new ApiPage<>(days, 0, History.MOST_DAYS, days.size());
  }

  /** What the reader said of papers, newest first. */
  @GET
  @Path("/{token}/feedback")
  public ApiPage<FeedbackJson> feedback(String token) {
    SubscriptionView view = done(subscriptions.look(Purpose.PREFERENCES, token));
    List<FeedbackJson> all = said.json(view);
    return new ApiPage<>(all, 0, ReaderFeedback.MOST, all.size());
  }

  /** Takes back what the reader said of a paper; 204 also where they said nothing. */
  @DELETE
  @Path("/{token}/feedback/{paper: .+}")
  public void withdraw(String token, String paper) {
    said.withdraw(done(subscriptions.look(Purpose.PREFERENCES, token)), paper);
  }

  @PUT
  @Path("/{token}")
  @Consumes(MediaType.APPLICATION_JSON)
  public SubscriptionJson replace(String token, InputStream body) throws IOException {
    SubscriptionView now = done(subscriptions.look(Purpose.PREFERENCES, token));
    SubscriptionRequest request =
        SubscriptionRequest.replacement(JsonBody.read(body, JsonBody.SMALL), now);
    return SubscriptionJson.of(done(subscriptions.replace(token, request.choices())));
  }

  @DELETE
  @Path("/{token}")
  public void erase(String token) {
    done(subscriptions.erase(token));
  }

  private static SubscriptionView done(LinkResult result) {
    return LinkException.unlessDone(result);
  }
}
