package org.paperround.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.paperround.base.InvalidRequest;
import org.paperround.digest.PaperViews;
import org.paperround.paper.Papers;
import org.paperround.subscription.ClientLimit;
import org.paperround.subscription.SignUpDesk;
import org.paperround.subscription.SubscriptionRequest;

/** The front page and the pages of days: what is new, and how to get it by mail. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePage {

  private static final int DAYS = 3;
  private static final int PAPERS_OF_A_DAY_ON_FRONT = 20;
  private static final int PAPERS_OF_A_DAY = 500;

  private final Papers papers;
  private final CatalogueForm catalogue;
  private final TopicPreviews previews;
  private final SignUpDesk desk;
  private final ClientLimit limit;
  private final Client client;
  private final Clock clock;

  HomePage(
      Papers papers,
      CatalogueForm catalogue,
      TopicPreviews previews,
      SignUpDesk desk,
      ClientLimit limit,
      Client client,
      Clock clock) {
    this.papers = papers;
    this.catalogue = catalogue;
    this.previews = previews;
    this.desk = desk;
    this.limit = limit;
    this.client = client;
    this.clock = clock;
  }

  @GET
  public TemplateInstance home() {
    return page("", ChoicesForm.blank(catalogue.groups()), List.of());
  }

  @POST
  @Path("/subscribe")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response subscribe(@BeanParam ChoicesPost form) {
    limit.take(client.address());
    try {
      desk.subscribe(SubscriptionRequest.signUp(form.request(catalogue)), client.address());
      return Response.accepted(Pages.subscribed()).build();
    } catch (InvalidRequest invalid) {
      String typed = Objects.requireNonNullElse(form.email, "");
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(typed, form.again(catalogue, List.of(), invalid.errors()), List.of()))
          .build();
    }
  }

  /** The form as it was, and what its topics would find; for browsers without script. */
  @POST
  @Path("/preview")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public TemplateInstance preview(@BeanParam ChoicesPost form) {
    return page(
        Objects.requireNonNullElse(form.email, ""),
        form.again(catalogue, List.of(), List.of()),
        previews.told(form.asked(catalogue)));
  }

  private TemplateInstance page(
      String email, ChoicesForm form, List<TopicPreviews.Told> previewed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<DayOfPapers> days =
        papers.days(today, DAYS).stream().map(day -> day(day, PAPERS_OF_A_DAY_ON_FRONT)).toList();
    return Pages.home(new HomeView(email, form, previewed, days));
  }

  @GET
  @Path("/papers/{date}")
  public TemplateInstance day(String date) {
    LocalDate day = Days.read(date).orElseThrow(NotFoundException::new);
    return Pages.day(
        new DayView(
            day(day, PAPERS_OF_A_DAY),
            papers.dayBefore(day).orElse(null),
            papers.dayAfter(day).orElse(null)));
  }

  private DayOfPapers day(LocalDate day, int most) {
    return new DayOfPapers(day, papers.page(day, 0, most).stream().map(PaperViews::of).toList());
  }
}
