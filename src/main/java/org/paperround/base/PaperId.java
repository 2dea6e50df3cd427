package org.paperround.base;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The canonical identity of a paper, the same whichever source or version brings it: an arXiv id
 * without version ({@code 2606.00188}, {@code math/0611800}), else a DOI ({@code doi:10.1000/182}),
 * else a source's name and key ({@code file:reading-list-7}).
 *
 * @param value at most 300 printable ASCII characters without spaces; may hold slashes
 */
public record PaperId(String value) {

  private static final int LONGEST = 300;
  private static final Pattern ARXIV_NEW =
      Pattern.compile("(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5})(?:v\\d+)?");
  private static final Pattern ARXIV_OLD =
      Pattern.compile(
          "([a-z]+(?:-[a-z]+)?)(?:\\.[a-z-]+)?/(\\d{2}(?:0[1-9]|1[0-2])\\d{3})(?:v\\d+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ARXIV_PREFIX =
      Pattern.compile(
          "(?:oai:arxiv\\.org:|arxiv:\\s*|(?:doi:|https?://(?:dx\\.|www\\.)?doi\\.org/)?"
              + "10\\.48550/arxiv\\."
              + "|(?:https?://)?(?:www\\.|export\\.)?arxiv\\.org/(?:abs|pdf|html)/"
              + "|(?:https?://)?huggingface\\.co/papers/)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOI_PREFIX =
      Pattern.compile(
          "(?:doi:\\s*|https?://(?:dx\\.|www\\.)?doi\\.org/)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[\\x21-\\x7e]+");
  private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9-]{0,39}:[\\x21-\\x7e]+");
  // Says it is an arXiv id or a DOI and was not recognised as one: better refused than kept apart.
  private static final Pattern MALFORMED =
      Pattern.compile("(?:arxiv|oai|doi):", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * Reads an identity in any of the shapes people and sources write: an arXiv id with or without
   * version, subject class, {@code arXiv:}, {@code oai:arXiv.org:} or as the address of its page or
   * PDF; a DOI, bare, with {@code doi:} or as an address; or {@code source:key}.
   *
   * @throws InvalidPaperId if it is none of them
   */
  public static PaperId parse(String text) {
    return read(text, null);
  }

  /**
   * Reads an identity like {@link #parse(String)}; whatever has no shape we know is the source's
   * own key.
   *
   * @param source the name of the source that says it
   * @throws InvalidPaperId if it is empty, too long or holds spaces or letters outside ASCII
   */
  public static PaperId parse(String text, String source) {
    return read(text, source);
  }

  /**
   * Reads an arXiv id like {@link #parse(String)}.
   *
   * @throws InvalidPaperId if it is none
   */
  public static PaperId parseArxiv(String text) {
    PaperId id = read(text, "arxiv");
    if (!id.isArxiv()) {
      throw new InvalidPaperId("id is no arXiv id");
    }
    return id;
  }

  private static PaperId read(String text, @Nullable String source) {
    String typed = text.strip();
    if (typed.length() > LONGEST) {
      throw new InvalidPaperId("id is longer than " + LONGEST + " characters");
    }
    String canonical = arxiv(typed);
    if (canonical == null) {
      canonical = doi(typed);
    }
    if (canonical == null && !MALFORMED.matcher(typed).lookingAt()) {
      canonical = key(typed, source);
    }
    if (canonical == null) {
      throw new InvalidPaperId("id is no arXiv id, DOI or source:key");
    }
    if (canonical.length() > LONGEST) {
      throw new InvalidPaperId("id is longer than " + LONGEST + " characters");
    }
    return new PaperId(canonical);
  }

  private static @Nullable String key(String typed, @Nullable String source) {
    if (NAMED.matcher(typed).matches() && !typed.contains("://")) {
      return typed;
    }
    return source != null && KEY.matcher(typed).matches() ? source + ":" + typed : null;
  }

  private static @Nullable String arxiv(String typed) {
    Matcher prefix = ARXIV_PREFIX.matcher(typed);
    String id = typed;
    if (prefix.lookingAt()) {
      id = typed.substring(prefix.end());
      if (prefix.group().endsWith("/")) {
        id = withoutQuery(id).replaceFirst("(?i)\\.pdf$", "").replaceFirst("/$", "");
      }
    }
    Matcher recent = ARXIV_NEW.matcher(id);
    if (recent.matches()) {
      return recent.group(1);
    }
    Matcher old = ARXIV_OLD.matcher(id);
    return old.matches() ? old.group(1).toLowerCase(Locale.ROOT) + "/" + old.group(2) : null;
  }

  private static @Nullable String doi(String typed) {
    Matcher prefix = DOI_PREFIX.matcher(typed);
    String doi = typed;
    if (prefix.lookingAt()) {
      doi = typed.substring(prefix.end());
      if (prefix.group().contains("://")) {
        doi = decoded(withoutQuery(doi));
      }
    }
    // DOIs are the same in either case: DOI Handbook, 2.4.
    return DOI.matcher(doi).matches() ? "doi:" + doi.toLowerCase(Locale.ROOT) : null;
  }

  private static String withoutQuery(String address) {
    return address.replaceFirst("[?#].*$", "");
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  /** Whether this is an arXiv id; then {@link #value} is the bare id. */
  public boolean isArxiv() {
    return value.indexOf(':') < 0;
  }

  /** The page that stands for the paper, for arXiv ids and DOIs. */
  public Optional<String> abstractUrl() {
    if (isArxiv()) {
      return Optional.of("https://arxiv.org/abs/" + value);
    }
    return value.startsWith("doi:")
        ? Optional.of("https://doi.org/" + encoded(value.substring("doi:".length())))
        : Optional.empty();
  }

  private static String encoded(String doi) {
    StringBuilder path = new StringBuilder();
    for (char c : doi.toCharArray()) {
      boolean plain = "%\"#?<>[]{}|\\^`".indexOf(c) < 0;
      path.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return path.toString();
  }

  /** The PDF, for arXiv ids. We link to it and never serve it. */
  public Optional<String> pdfUrl() {
    return isArxiv() ? Optional.of("https://arxiv.org/pdf/" + value) : Optional.empty();
  }

  /**
   * The identity as the end of a path. Slashes stay, but for those that clients and servers would
   * take out with what stands beside them ({@code //}, {@code /..}).
   */
  public String path() {
    StringBuilder path = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char next = i + 1 < value.length() ? value.charAt(i + 1) : '/';
      if (isPlain(c) || c == '/' && next != '/' && next != '.') {
        path.append(c);
      } else {
        path.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return path.toString();
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._~:@+,=!*$".indexOf(c) >= 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
