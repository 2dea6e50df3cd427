package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.base.SignedToken;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.digest.Editions;
import org.paperround.digest.OfferedPaper;
import org.paperround.digest.PaperView;
import org.paperround.subscription.GivenFeedback;
import org.paperround.subscription.ReaderFeedback;
import org.paperround.subscription.Want;

/**
 * What "more like this" and "less like this" open. The token is one edition's: it speaks of the
 * papers of that edition and of nothing else.
 */
@Path("/feedback/{token}")
class FeedbackPage {

  private static final String ABOUT = "/{want: more|less}/{paper: .+}";

  private final SignedTokens tokens;
  private final Editions editions;
  private final ReaderFeedback feedback;

  FeedbackPage(SignedTokens tokens, Editions editions, ReaderFeedback feedback) {
    this.tokens = tokens;
    this.editions = editions;
    this.feedback = feedback;
  }

  @GET
  @Path(ABOUT)
  public Response look(String token, String want, String paper, HttpHeaders headers) {
    OfferedPaper offered = offered(token, paper);
    if (!(offered instanceof OfferedPaper.Found found)) {
      return kept(offered, headers);
    }
    GivenFeedback given = feedback.of(found.subscriptionId(), id(paper)).orElse(null);
    return Accepts.json(headers)
        ? Answers.json(json(found.paper(), given))
        : Answers.page(
            Pages.feedback(
                new FeedbackView(
                    "/feedback/" + token,
                    found.paper(),
                    want(want),
                    given == null ? null : given.want())));
  }

  @POST
  @Path(ABOUT)
  @Consumes(MediaType.WILDCARD)
  public Response give(String token, String want, String paper, HttpHeaders headers) {
    OfferedPaper offered = offered(token, paper);
    if (!(offered instanceof OfferedPaper.Found found)) {
      return kept(offered, headers);
    }
    Optional<GivenFeedback> given = feedback.give(found.subscriptionId(), id(paper), want(want));
    return given.isPresent()
        ? done(token, found, given.get(), headers)
        : kept(new OfferedPaper.Gone(), headers);
  }

  @POST
  @Path("/withdraw/{paper: .+}")
  @Consumes(MediaType.WILDCARD)
  public Response withdraw(String token, String paper, HttpHeaders headers) {
    OfferedPaper offered = offered(token, paper);
    if (!(offered instanceof OfferedPaper.Found found)) {
      return kept(offered, headers);
    }
    feedback.withdraw(found.subscriptionId(), id(paper));
    return done(token, found, null, headers);
  }

  private OfferedPaper offered(String token, String paper) {
    SignedToken.Reading reading = tokens.read(Purpose.FEEDBACK, token);
    if (reading instanceof SignedToken.Valid valid) {
      return editions.offered(valid.token().id(), id(paper));
    }
    if (reading instanceof SignedToken.Expired) {
      return new OfferedPaper.Gone();
    }
    throw LinkException.forged();
  }

  private static PaperId id(String paper) {
    try {
      return PaperId.parse(paper);
    } catch (InvalidPaperId none) {
      throw new NotFoundException(none);
    }
  }

  private static Want want(String want) {
    return want.equals("more") ? Want.MORE : Want.LESS;
  }

  private static Response kept(OfferedPaper offered, HttpHeaders headers) {
    if (offered instanceof OfferedPaper.NotOffered) {
      throw new NotFoundException();
    }
    if (Accepts.json(headers)) {
      throw LinkException.expired();
    }
    return Notices.page(410, NoticeView.editionExpired());
  }

  private static Response done(
      String token, OfferedPaper.Found found, @Nullable GivenFeedback given, HttpHeaders headers) {
    return Accepts.json(headers)
        ? Answers.json(json(found.paper(), given))
        : Answers.page(
            Pages.feedbackGiven(
                new FeedbackGivenView(
                    "/feedback/" + token, found.paper(), given == null ? null : given.want())));
  }

  private static FeedbackJson json(PaperView paper, @Nullable GivenFeedback given) {
    return given == null
        ? new FeedbackJson(paper.identifier(), paper.title(), null, null)
        : FeedbackJson.of(given, paper.title());
  }
}
