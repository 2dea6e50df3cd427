package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperround.delivery.BulkContent;
import org.paperround.delivery.BulkRenderer;
import org.paperround.delivery.MailKind;

/**
 * Renders editions as mails, with the headers that let a reader leave by one click (RFC 8058). Some
 * editions take at most three statements, however many they are.
 */
@ApplicationScoped
class DigestRenderer implements BulkRenderer {

  private final EditionReader editions;
  private final EditionViews views;
  private final SeenPapers papers;
  private final EditionPrinter printer;

  DigestRenderer(
      EditionReader editions, EditionViews views, SeenPapers papers, EditionPrinter printer) {
    this.editions = editions;
    this.views = views;
    this.papers = papers;
    this.printer = printer;
  }

  @Override
  public Set<MailKind> kinds() {
    return EnumSet.of(MailKind.EDITION);
  }

  @Override
  public Map<Long, BulkContent> render(Collection<Long> references) {
    List<EditionContent> read = editions.read(references);
    List<EditionItem> shown = new ArrayList<>();
    for (EditionContent edition : read) {
      shown.addAll(edition.items());
    }
    Map<EditionItem, PaperView> seen = papers.of(shown);
    Map<Long, BulkContent> rendered = new HashMap<>();
    for (EditionContent edition : read) {
      EditionView view = views.view(edition, seen::get);
      rendered.put(edition.id(), content(edition.id(), view));
    }
    return rendered;
  }

  private BulkContent content(long id, EditionView edition) {
    EditionPrinter.Printed printed = printer.print(edition);
    return new BulkContent(
        printed.subject(),
        printed.text(),
        printed.html(),
        Map.of(
            "List-Unsubscribe", "<" + edition.unsubscribeUrl() + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "X-Entity-Ref-ID", "edition-" + id));
  }
}
