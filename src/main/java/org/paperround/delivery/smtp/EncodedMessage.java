package org.paperround.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message whose octets are ready: headers, then multipart/alternative (RFC 2046, 5.1.4) with the
 * text first. Angus Mail writes it as it stands, instead of building and encoding a tree of parts.
 */
final class EncodedMessage extends SMTPMessage {

  private static final String PART =
      "Content-Type: %s; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";

  private final Map<String, String> headers;
  private final byte[] beforeText;
  private final byte[] beforeHtml;
  private final byte[] end;
  private final EncodedText text;
  private final EncodedText html;
  private boolean begun;
  private boolean written;

  EncodedMessage(Session session, BulkMail mail, String boundary) {
    super(session);
    setEnvelopeFrom(mail.envelopeSender().toString());
    headers = new LinkedHashMap<>(mail.headers());
    headers.put("MIME-Version", "1.0");
    headers.put("Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    beforeText = ascii("--" + boundary + "\r\n" + PART.formatted("text/plain"));
    beforeHtml = ascii("\r\n--" + boundary + "\r\n" + PART.formatted("text/html"));
    end = ascii("\r\n--" + boundary + "--\r\n");
    text = mail.text();
    html = mail.html();
  }

  /** Its header fields, in the order they are written; for a signature over them. */
  Map<String, String> headers() {
    return headers;
  }

  /** Puts a field before the others. */
  void prepend(String name, String value) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    headers.clear();
    headers.put(name, value);
    headers.putAll(others);
  }

  void writeBodyTo(OutputStream out) throws IOException {
    out.write(beforeText);
    text.writeTo(out);
    out.write(beforeHtml);
    html.writeTo(out);
    out.write(end);
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] ignored)
      throws IOException, MessagingException {
    begun = true;
    out.write(head());
    writeBodyTo(out);
    written = true;
  }

  /** Whether a server asked for it. */
  boolean isBegun() {
    return begun;
  }

  /**
   * Whether all of it was written, so that the final dot may have been too. Before that no server
   * has taken it.
   */
  boolean isWritten() {
    return written;
  }

  private byte[] head() {
    StringBuilder head = new StringBuilder(1200);
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return ascii(head.append("\r\n").toString());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
