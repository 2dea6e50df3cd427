package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.paperround.base.RequestFields;
import org.paperround.delivery.DeliveryOverview;
import org.paperround.delivery.DeliveryPause;
import org.paperround.delivery.DeliveryState;
import org.paperround.delivery.Lane;
import org.paperround.web.JsonBody;

/** Sending as a whole: see how it stands, stop it, let it go on. */
@AdminOnly
@Path("/api/admin/delivery")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {

  private static final int LONGEST_REASON = 1000;
  private static final String LANES = "Write a list of BULK, TRANSACTIONAL or both.";

  private final DeliveryOverview overview;
  private final DeliveryPause pause;

  DeliveryResource(DeliveryOverview overview, DeliveryPause pause) {
    this.overview = overview;
    this.pause = pause;
  }

  @GET
  public DeliveryState state() {
    return overview.state();
  }

  @POST
  @Path("/pause")
  public DeliveryState pause(InputStream body) throws IOException {
    RequestFields fields = new RequestFields(JsonBody.readOptional(body, JsonBody.SMALL));
    Set<Lane> lanes = lanes(fields);
    String reason =
        fields.text(
            "reason",
            "",
            "Write a text of at most " + LONGEST_REASON + " characters.",
            DeliveryResource::reason);
    fields.refuseOthersThan(List.of("lanes", "reason"));
    fields.throwIfWrong();
    pause.pause(lanes, reason.isEmpty() ? null : reason);
    return overview.state();
  }

  @POST
  @Path("/resume")
  public DeliveryState resume(InputStream body) throws IOException {
    RequestFields fields = new RequestFields(JsonBody.readOptional(body, JsonBody.SMALL));
    Set<Lane> lanes = lanes(fields);
    fields.refuseOthersThan(List.of("lanes"));
    fields.throwIfWrong();
    pause.resume(lanes);
    return overview.state();
  }

  private static Set<Lane> lanes(RequestFields fields) {
    JsonNode field = fields.field("lanes");
    if (field == null) {
      return EnumSet.allOf(Lane.class);
    }
    Set<Lane> lanes = EnumSet.noneOf(Lane.class);
    try {
      field.forEach(name -> lanes.add(Lane.valueOf(name.asText())));
    } catch (IllegalArgumentException unknown) {
      lanes.clear();
    }
    if (!field.isArray() || lanes.isEmpty()) {
      fields.wrong("lanes", LANES);
    }
    return lanes;
  }

  private static String reason(String text) {
    String reason = text.strip();
    // PostgreSQL stores no NUL.
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("No reason we can keep");
    }
    return reason;
  }
}
