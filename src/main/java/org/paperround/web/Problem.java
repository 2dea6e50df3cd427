package org.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.paperround.base.FieldError;

/**
 * An error of the API in the shape of RFC 9457.
 *
 * @param title what a status means in general
 * @param detail what went wrong this time and what to do
 * @param errors every wrong field; left out where no field is to blame
 */
public record Problem(
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wrong> errors) {

  /** The media type of RFC 9457. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** One wrong field; the position is left out where there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Wrong(
      String field, String detail, @org.jspecify.annotations.Nullable Integer position) {}

  /** A problem that no field is to blame for. */
  public static Problem of(int status, String detail) {
    return new Problem(title(status), status, detail, List.of());
  }

  /** A request with wrong fields. */
  public static Problem of(List<FieldError> errors) {
    return new Problem(
        title(400),
        400,
        "The request has wrong fields; nothing was changed.",
        errors.stream().map(e -> new Wrong(e.field(), e.detail(), e.position())).toList());
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  /** The response that carries it. */
  public Response.ResponseBuilder response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }
}
