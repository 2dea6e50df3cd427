package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.MailContent;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailRenderer;

/**
 * Renders an edition as a mail, with the headers that let a reader leave by one click (RFC 8058).
 */
@ApplicationScoped
class EditionRenderer implements MailRenderer {

  private final EditionRepository editions;
  private final EditionViews views;

  EditionRenderer(EditionRepository editions, EditionViews views) {
    this.editions = editions;
    this.views = views;
  }

  @Override
  public Set<MailKind> kinds() {
    return EnumSet.of(MailKind.EDITION);
  }

  @Override
  @Transactional
  public @Nullable MailContent render(long reference) {
    Edition edition = editions.findById(reference);
    if (edition == null) {
      return null;
    }
    EditionView view = views.view(edition, views.shown(edition));
    EditionMail mail = EditionMail.of(view);
    return new MailContent(
        mail.subject(),
        mail.text(),
        mail.html(),
        Map.of(
            "List-Unsubscribe", "<" + view.unsubscribeUrl() + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "X-Entity-Ref-ID", "edition-" + edition.id));
  }
}
