package org.paperround.digest;

import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.paperround.delivery.smtp.EncodedText;

/**
 * The same lines for the HTML of mails and for their text, as {@link EncodedText} has them. Shared,
 * so nobody may change the bytes.
 */
record Twin(byte[] html, byte[] text) {

  /** Prints a template in both its variants. */
  static Twin of(Supplier<TemplateInstance> template) {
    return new Twin(
        EncodedText.encode(template.get().setVariant(DigestMail.HTML).render()),
        EncodedText.encode(template.get().setVariant(DigestMail.TEXT).render()));
  }

  /** Prints the forms of a template with the words that each of them wants. */
  static Twin of(Form html, List<String> inHtml, Form text, List<String> inText) {
    return new Twin(joined(html.fill(inHtml)), joined(text.fill(inText)));
  }

  private static byte[] joined(List<byte[]> pieces) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(512);
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  /** How many octets it has. */
  int size() {
    return html.length + text.length;
  }
}
