package org.paperround.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidRequest;
import org.paperround.subscription.ClientLimit;
import org.paperround.subscription.SignUpDesk;
import org.paperround.subscription.SubscriptionRequest;

/** Asks where to mail a fresh preferences link. */
@Path("/link")
@Produces(MediaType.TEXT_HTML)
class LinkPage {

  private final SignUpDesk desk;
  private final ClientLimit limit;
  private final Client client;

  LinkPage(SignUpDesk desk, ClientLimit limit, Client client) {
    this.desk = desk;
    this.limit = limit;
    this.client = client;
  }

  @GET
  public Response ask() {
    return Answers.page(Pages.link(new LinkView("", "")));
  }

  @POST
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response mail(@RestForm @Nullable String email) {
    limit.take(client.address());
    String typed = email == null ? "" : email;
    try {
      ObjectNode request = JsonNodeFactory.instance.objectNode().put("email", typed);
      desk.link(SubscriptionRequest.link(request), client.address());
      return Answers.page(202, Pages.linkSent());
    } catch (InvalidRequest invalid) {
      return Answers.page(400, Pages.link(new LinkView(typed, invalid.errors().get(0).detail())));
    }
  }
}
