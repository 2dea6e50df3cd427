package org.paperround.digest;

import io.quarkus.qute.TemplateInstance;
import java.util.function.Supplier;
import org.paperround.delivery.EncodedText;

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

  /** How many octets it has. */
  int size() {
    return html.length + text.length;
  }
}
