package org.paperround.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows what arrived in the embedded inbox, as HTML, text and source. */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/inbox")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class InboxResource {

  private static final String POLICY = "Content-Security-Policy";
  private static final String PAGE =
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";
  // A mail brings its own inline styles, and nothing else of it may do anything but be clicked.
  private static final String MAIL =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
          + " sandbox allow-top-navigation-by-user-activation";

  private final EmbeddedInbox inbox;

  InboxResource(EmbeddedInbox inbox) {
    this.inbox = inbox;
  }

  /** Every mail, newest first. */
  @GET
  @Operation(hidden = true)
  public Response list() {
    List<ReceivedMail> mails = new ArrayList<>();
    for (int number = 1; number <= inbox.mails().size(); number++) {
      mails.add(read(number));
    }
    Collections.reverse(mails);
    return page(PAGE).entity(InboxPages.list(mails)).build();
  }

  /** One mail. */
  @GET
  @Path("/{number: \\d+}")
  @Operation(hidden = true)
  public Response mail(
      @PathParam("number") int number,
      @DefaultValue("html") @QueryParam("show") String show,
      @DefaultValue("wide") @QueryParam("width") String width,
      @DefaultValue("light") @QueryParam("scheme") String scheme) {
    return page(PAGE)
        .entity(InboxPages.mail(read(number), MailTab.of(show, width, scheme)))
        .build();
  }

  /** The HTML part alone, for the frame. */
  @GET
  @Path("/{number: \\d+}/html")
  @Operation(hidden = true)
  public Response html(
      @PathParam("number") int number, @DefaultValue("light") @QueryParam("scheme") String scheme) {
    return page(MAIL).entity(MailFrame.of(read(number).html(), scheme)).build();
  }

  private ReceivedMail read(int number) {
    var mails = inbox.mails();
    if (number < 1 || number > mails.size()) {
      throw new NotFoundException();
    }
    return MimeReader.read(number, mails.get(number - 1));
  }

  private static ResponseBuilder page(String policy) {
    return Response.ok().header(POLICY, policy).header("Cache-Control", "no-store");
  }
}
