package org.paperround.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where more about a paper is found. Every address is absolute, http or https, and at most 2000
 * characters long; each may be missing.
 */
@Embeddable
public record PaperLinks(
    @JsonProperty("abstract") @Nullable String abstractUrl,
    @JsonProperty("pdf") @Nullable String pdfUrl,
    @JsonProperty("code") @Nullable String codeUrl,
    @JsonProperty("project") @Nullable String projectUrl) {

  /** No link at all. */
  public static final PaperLinks NONE = new PaperLinks(null, null, null, null);

  private static final int LONGEST = 2000;

  /** The address as we keep it, or nothing if it is not one we would put into a mail. */
  public static Optional<String> address(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.strip());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri.toASCIIString()).filter(kept -> kept.length() <= LONGEST)
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
