package org.paperround.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.digest.DueDay;
import org.paperround.digest.History;
import org.paperround.subscription.LinkResult;
import org.paperround.subscription.PreferencesLinks;
import org.paperround.subscription.SubscriptionRequest;
import org.paperround.subscription.SubscriptionView;
import org.paperround.subscription.Subscriptions;

/** The page over a subscription: see it, change it, erase it. */
@Path("/preferences/{token}")
class PreferencesPage {

  private final Subscriptions subscriptions;
  private final PreferencesLinks links;
  private final History history;
  private final SaidOf said;
  private final CatalogueForm catalogue;

  PreferencesPage(
      Subscriptions subscriptions,
      PreferencesLinks links,
      History history,
      SaidOf said,
      CatalogueForm catalogue) {
    this.subscriptions = subscriptions;
    this.history = history;
    this.links = links;
    this.said = said;
    this.catalogue = catalogue;
  }

  @GET
  public Response look(String token, HttpHeaders headers) {
    LinkResult result = subscriptions.look(Purpose.PREFERENCES, token);
    if (result instanceof LinkResult.Expired && !Accepts.json(headers)) {
      return Notices.page(410, NoticeView.preferencesExpired());
    }
    SubscriptionView view = LinkException.unlessDone(result);
    return Accepts.json(headers)
        ? Answers.json(SubscriptionJson.of(view))
        : page(200, token, view, catalogue.filled(view.choices(), List.of()));
  }

  @POST
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response save(String token, @BeanParam ChoicesPost form, HttpHeaders headers) {
    SubscriptionView now = view(token);
    try {
      SubscriptionRequest request = SubscriptionRequest.replacement(form.request(catalogue), now);
      SubscriptionView saved =
          LinkException.unlessDone(subscriptions.replace(token, request.choices()));
      return Accepts.json(headers)
          ? Answers.json(SubscriptionJson.of(saved))
          : Answers.page(Pages.saved(new SavedView(token, Sentences.nextDue(saved))));
    } catch (InvalidRequest invalid) {
      if (Accepts.json(headers)) {
        throw invalid;
      }
      return page(400, token, now, form.again(catalogue, now.choices().mute(), invalid.errors()));
    }
  }

  /** A body that is no form: it says nothing, so nothing is changed. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response nothing(String token) {
    view(token);
    throw missing("topics", "The form is empty; send its fields.");
  }

  @POST
  @Path("/erase")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response erase(String token, @RestForm @Nullable String confirm, HttpHeaders headers) {
    SubscriptionView view = view(token);
    if (!"yes".equals(confirm)) {
      FieldError error = new FieldError("confirm", "Tick the box to erase everything.", null);
      if (Accepts.json(headers)) {
        throw new InvalidRequest(List.of(error));
      }
      return page(400, token, view, catalogue.filled(view.choices(), List.of(error)));
    }
    LinkException.unlessDone(subscriptions.erase(token));
    return Accepts.json(headers) ? Response.noContent().build() : Answers.page(Pages.erased());
  }

  @POST
  @Path("/erase")
  @Consumes(MediaType.WILDCARD)
  public Response eraseNothing(String token, HttpHeaders headers) {
    return erase(token, null, headers);
  }

  private SubscriptionView view(String token) {
    return LinkException.unlessDone(subscriptions.look(Purpose.PREFERENCES, token));
  }

  private Response page(int status, String token, SubscriptionView view, ChoicesForm form) {
    List<DueDay> days = history.of(view);
    return Answers.page(
        status,
        Pages.preferences(
            new PreferencesView(
                token,
                links.unsubscribeToken(view.id()),
                view.email(),
                Sentences.status(view),
                Sentences.nextDue(view),
                Sentences.silence(days),
                days.stream().map(PastDayView::of).toList(),
                said.lines(view),
                form)));
  }

  private static InvalidRequest missing(String field, String detail) {
    return InvalidRequest.of(field, detail);
  }
}
