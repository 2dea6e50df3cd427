package org.paperround.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.paperround.base.SignedToken;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.digest.Editions;

/** A digest in the browser; as JSON for programs. */
@Path("/editions/{token}")
class EditionPage {

  private final Editions editions;
  private final SignedTokens tokens;

  EditionPage(Editions editions, SignedTokens tokens) {
    this.editions = editions;
    this.tokens = tokens;
  }

  record Json(String period, List<Editions.Item> items) {}

  @GET
  public Response look(String token, HttpHeaders headers) {
    SignedToken.Reading reading = tokens.read(Purpose.EDITION, token);
    if (!(reading instanceof SignedToken.Valid valid)) {
      throw LinkException.forged();
    }
    Optional<Editions.Page> found = editions.find(valid.token().id());
    if (found.isEmpty()) {
      if (Accepts.json(headers)) {
        throw LinkException.expired();
      }
      return Notices.page(410, NoticeView.editionExpired());
    }
    Editions.Page page = found.get();
    return Accepts.json(headers)
        ? Answers.json(new Json(page.period(), page.items()))
        : Answers.page(Pages.edition(new EditionPageView(page.edition(), page.more())));
  }
}
