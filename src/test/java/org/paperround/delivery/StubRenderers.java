package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperround.delivery.smtp.EncodedText;

/** Renders every kind, so that these tests need none of the rooms above. */
@Alternative
@ApplicationScoped
class StubRenderers extends Renderers {

  /** A reference whose row is gone. */
  static final long GONE = 404;

  /** A reference whose renderer throws. */
  static final long BROKEN = 500;

  StubRenderers() {
    super(List.of(), List.of());
  }

  @Override
  MailContent render(MailKind kind, long reference) {
    if (reference == BROKEN) {
      throw new IllegalStateException("The template is broken");
    }
    if (reference == GONE) {
      return null;
    }
    return new MailContent(
        "Digest " + reference + " \uD83D\uDCF0",
        "Text " + reference,
        "<p>Html " + reference + "</p>",
        Map.of("X-Entity-Ref-ID", "edition-" + reference));
  }

  @Override
  Map<Long, BulkContent> render(MailKind kind, Collection<Long> references) {
    Map<Long, BulkContent> rendered = new HashMap<>();
    for (long reference : references) {
      MailContent content = render(kind, reference);
      if (content != null) {
        rendered.put(
            reference,
            new BulkContent(
                content.subject(),
                EncodedText.of(content.text() + "\n"),
                EncodedText.of(content.html() + "\n"),
                content.headers()));
      }
    }
    return rendered;
  }
}
