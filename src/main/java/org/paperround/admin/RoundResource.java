package org.paperround.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidRequest;
import org.paperround.base.RequestFields;
import org.paperround.digest.PastRound;
import org.paperround.digest.RoundReport;
import org.paperround.digest.Rounds;
import org.paperround.web.ApiPage;
import org.paperround.web.JsonBody;
import org.paperround.web.PageRequest;

/** Rounds: run one now, as of now or another instant; see those that found somebody due. */
@AdminOnly
@Path("/api/admin/rounds")
@Produces(MediaType.APPLICATION_JSON)
class RoundResource {

  private static final int LARGEST_PAGE = 200;
  private static final Duration FURTHEST = Duration.ofDays(31);

  private final Rounds rounds;
  private final Clock clock;

  RoundResource(Rounds rounds, Clock clock) {
    this.rounds = rounds;
    this.clock = clock;
  }

  @POST
  public RoundReport run(InputStream body) throws IOException {
    return rounds.run(at(body));
  }

  @GET
  public ApiPage<PastRound> list(
      @RestQuery @Nullable String page, @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    return new ApiPage<>(
        rounds.page(asked.page(), asked.size()), asked.page(), asked.size(), rounds.count());
  }

  private Instant at(InputStream body) throws IOException {
    Instant now = clock.instant();
    RequestFields fields = new RequestFields(JsonBody.readOptional(body, JsonBody.SMALL));
    Instant at =
        fields.text(
            "at", now, "Write the instant as 2026-05-04T23:00:00Z.", RoundResource::instant);
    fields.refuseOthersThan(List.of("at"));
    fields.throwIfWrong();
    if (at.isAfter(now.plus(FURTHEST))) {
      throw InvalidRequest.of("at", "At most 31 days ahead of the service's clock, " + now + ".");
    }
    return at;
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(Instant.EPOCH)) {
      throw new DateTimeException("Further back than any database looks");
    }
    return instant;
  }
}
