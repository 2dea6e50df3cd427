package org.paperround.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unsubscribe post says, read so that no body can fail: a one-click post (RFC 8058) may be
 * of any type, cut off or badly encoded, and leaves all the same.
 *
 * @param action empty to leave
 */
record UnsubscribePost(String action, @Nullable String days) {

  /** Our own forms are far below; whatever comes behind is not read. */
  private static final int MOST = 8 * 1024;

  private static final Pattern PART =
      Pattern.compile("name=\"?(action|days)\"?[^\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(\\S*)");

  // The values we know are plain words and numbers, which nobody encodes.
  private static final Pattern PAIR = Pattern.compile("(?:^|&)(action|days)=([^&]*)");

  static UnsubscribePost read(InputStream body, @Nullable String type) throws IOException {
    String text = new String(body.readNBytes(MOST), StandardCharsets.UTF_8);
    String kind = type == null ? "" : type.toLowerCase(java.util.Locale.ROOT).strip();
    if (kind.startsWith("multipart/form-data")) {
      return of(PART.matcher(text));
    }
    return kind.startsWith("application/x-www-form-urlencoded")
        ? of(PAIR.matcher(text))
        : new UnsubscribePost("", null);
  }

  private static UnsubscribePost of(Matcher fields) {
    String action = "";
    String days = null;
    while (fields.find()) {
      String value = fields.group(2).strip();
      if ("action".equals(fields.group(1))) {
        action = value;
      } else {
        days = value;
      }
    }
    return new UnsubscribePost(action, days);
  }
}
