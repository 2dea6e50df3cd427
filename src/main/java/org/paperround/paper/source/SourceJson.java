package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.paperround.paper.SourceFailure;

/** Asks sources for JSON, through {@link SourceHttp}. */
@ApplicationScoped
class SourceJson {

  private final SourceHttp http;
  private final ObjectMapper json;

  SourceJson(SourceHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * Gets what is found at an address.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @param path continues the base address, and says {@code {}} where a value belongs
   * @throws SourceFailure if there is no answer, or it is no JSON
   */
  JsonNode get(String who, URI base, String path, Object... values) {
    return get(SourceCall.of(who, address(base, path, values), "application/json"));
  }

  /**
   * Gets what a call asks for.
   *
   * @throws SourceFailure if there is no answer, or it is no JSON
   */
  JsonNode get(SourceCall call) {
    try {
      return json.readTree(http.get(call));
    } catch (IOException unparsable) {
      throw SourceFailure.failed(call.who() + " answered with something that is no JSON");
    }
  }

  /** Puts values into the places {@code {}} of a path, encoded for whatever they hold. */
  static URI address(URI base, String path, Object... values) {
    String address = base.toString().replaceFirst("/+$", "") + path;
    for (Object value : values) {
      String encoded =
          URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
      address = address.replaceFirst("\\{}", Matcher.quoteReplacement(encoded));
    }
    return URI.create(address);
  }

  /**
   * The list in an answer.
   *
   * @param pointer where it stands (RFC 6901), empty for the answer itself
   * @throws SourceFailure if there is none
   */
  static JsonNode list(String who, JsonNode answer, String pointer) {
    JsonNode list = answer.at(pointer);
    if (!list.isArray()) {
      throw SourceFailure.failed(who + " answered with JSON that is no list of papers");
    }
    return list;
  }
}
