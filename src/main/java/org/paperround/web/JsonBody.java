package org.paperround.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;

/** Reads a request's JSON, in bounded size, and says where it goes wrong. */
public final class JsonBody {

  /** The largest body of a sign-up. */
  public static final int SMALL = 64 * 1024;

  /** The largest body of papers. */
  public static final int LARGE = 10 * 1024 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonBody() {}

  /**
   * Reads JSON.
   *
   * @param most how many bytes at most; more is 413
   * @throws InvalidRequest if it is no JSON, with the position
   */
  public static JsonNode read(InputStream body, int most) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new WebApplicationException(413);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (JsonParser parser = JSON.createParser(text)) {
      return read(parser);
    }
  }

  /** As {@link #read(InputStream, int)}; no body at all reads as an object without fields. */
  public static JsonNode readOptional(InputStream body, int most) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(body);
    int first = peeked.read();
    if (first < 0) {
      return JSON.createObjectNode();
    }
    peeked.unread(first);
    return read(peeked, most);
  }

  private static JsonNode read(JsonParser parser) throws IOException {
    try {
      JsonNode read = JSON.readTree(parser);
      if (read == null || read.isMissingNode()) {
        throw wrong("The body is empty; send JSON.", 0);
      }
      return read;
    } catch (JsonProcessingException malformed) {
      // What is nested too deeply knows no place of its own.
      JsonLocation place =
          malformed.getLocation() == null ? parser.currentLocation() : malformed.getLocation();
      // The parser's own words name our classes.
      throw wrong(
          "This is not JSON we can read; it goes wrong here.",
          Math.toIntExact(place.getCharOffset()));
    }
  }

  private static InvalidRequest wrong(String detail, int position) {
    return new InvalidRequest(List.of(new FieldError("", detail, Math.max(0, position))));
  }
}
