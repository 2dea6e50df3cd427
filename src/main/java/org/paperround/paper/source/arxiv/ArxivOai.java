package org.paperround.paper.source.arxiv;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.SourceFailure;

/** OAI-PMH: everything that changed since a day, in pages. */
final class ArxivOai {

  private static final String WHO = "arXiv's OAI-PMH";
  private static final int MOST_PAGES = 500;
  private static final int MOST_BEGINNINGS = 3;

  private final ArxivHttp http;
  private final String base;

  ArxivOai(ArxivHttp http, URI base) {
    this.http = http;
    this.base = base.toString();
  }

  void changedSince(
      LocalDate since,
      LocalDate today,
      SortedSet<String> categories,
      Consumer<Announcements> consumer) {
    for (String set : OaiSets.of(categories)) {
      readSet(since, today, set, consumer);
    }
  }

  /** A token lives until the day ends; then the set is begun again, which stores nothing twice. */
  private void readSet(
      LocalDate since, LocalDate today, String set, Consumer<Announcements> consumer) {
    String first = "metadataPrefix=arXiv&from=" + since + "&set=" + encoded(set);
    String next = first;
    int beginnings = 1;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      OaiPage page = OaiReader.read(WHO, http.getInPatience(WHO, address(next)), today);
      if ("badResumptionToken".equals(page.error()) && beginnings < MOST_BEGINNINGS) {
        beginnings++;
        next = first;
        continue;
      }
      if (page.error() != null && !page.error().equals("noRecordsMatch")) {
        throw SourceFailure.failed(WHO + " answered with the error " + page.error());
      }
      consumer.accept(page.content());
      String token = page.resumptionToken();
      if (token == null) {
        return;
      }
      next = "resumptionToken=" + encoded(token);
    }
    throw SourceFailure.failed(WHO + " has more pages than are read at once");
  }

  private URI address(String parameters) {
    return URI.create(base + "?verb=ListRecords&" + parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
