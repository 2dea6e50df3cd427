package org.paperround.admin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.paperround.base.InvalidRequest;
import org.paperround.base.RequestFields;
import org.paperround.digest.RoundReport;
import org.paperround.digest.Rounds;
import org.paperround.web.JsonBody;

/** Runs a round now, as of now or another instant. */
@AdminOnly
@Path("/api/admin/rounds")
@Produces(MediaType.APPLICATION_JSON)
class RoundResource {

  private static final Duration FURTHEST = Duration.ofDays(31);

  private final Rounds rounds;
  private final Clock clock;

  RoundResource(Rounds rounds, Clock clock) {
    this.rounds = rounds;
    this.clock = clock;
  }

  @POST
  public RoundReport run(InputStream body) throws IOException {
    return rounds.run(at(new PushbackInputStream(body)));
  }

  private Instant at(PushbackInputStream body) throws IOException {
    Instant now = clock.instant();
    int first = body.read();
    if (first < 0) {
      return now;
    }
    body.unread(first);
    RequestFields fields = new RequestFields(JsonBody.read(body, JsonBody.SMALL));
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
