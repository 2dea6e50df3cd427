package org.paperround.paper.source.arxiv;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.Announcement;
import org.paperround.paper.Announcement.Kind;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

/**
 * Reads an answer to {@code ListRecords} in arXiv's format (OAI-PMH 2.0, 4.5), record by record.
 */
final class OaiReader {

  private static final XMLInputFactory XML = factory();

  private final String who;
  private final XMLStreamReader xml;
  private final LocalDate today;
  private final List<Announcement> entries = new ArrayList<>();
  private final List<RejectedPaper> rejected = new ArrayList<>();
  private @Nullable String error;
  private @Nullable String token;
  private boolean answers;
  private int index;

  private OaiReader(String who, XMLStreamReader xml, LocalDate today) {
    this.who = who;
    this.xml = xml;
    this.today = today;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads a page.
   *
   * @throws SourceFailure if it is no OAI-PMH
   */
  static OaiPage read(String who, byte[] body, LocalDate today) {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return new OaiReader(who, xml, today).page();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException unreadable) {
      throw SourceFailure.failed(who + " answered with something that is no XML");
    }
  }

  private OaiPage page() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw SourceFailure.failed(who + " answered with XML that declares a document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin(xml.getLocalName());
      }
    }
    if (!answers) {
      throw SourceFailure.failed(who + " answered with something that is no OAI-PMH");
    }
    return error == null
        ? new OaiPage(new Announcements(entries, rejected), null, token)
        : OaiPage.failed(error);
  }

  private void begin(String element) throws XMLStreamException {
    switch (element) {
      case "OAI-PMH" -> answers = true;
      case "error" -> error = xml.getAttributeValue(null, "code");
      case "record" -> record();
      case "resumptionToken" -> {
        String text = xml.getElementText().strip();
        token = text.isEmpty() ? null : text;
      }
      default -> {
        // What we have no use for.
      }
    }
  }

  private void record() throws XMLStreamException {
    OaiRecord record = new OaiRecord();
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("record")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        record.take(xml);
      }
    }
    if (record.deleted) {
      return;
    }
    try {
      entries.add(announcement(record));
    } catch (InvalidPaper | InvalidPaperId invalid) {
      rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
    }
    index++;
  }

  private Announcement announcement(OaiRecord record) {
    PaperId id = PaperId.parseArxiv(record.id);
    LocalDate changedOn = day(record.datestamp);
    // The archive has a day's papers some hours before the lists have them.
    LocalDate latest = today.plusDays(1);
    LocalDate listedOn = changedOn == null || changedOn.isAfter(latest) ? today : changedOn;
    LocalDate submittedOn = day(record.created);
    SourcedPaper.Builder paper =
        SourcedPaper.of(ArxivSource.NAME, id, record.title, record.summary)
            .authors(record.authors)
            .categories(Arrays.asList(record.categories.strip().split("\\s+")))
            .publishedOn(submittedOn)
            .statedOn(listedOn);
    Kind kind = ArxivDates.date(paper, id, submittedOn, listedOn);
    return new Announcement(kind, paper.build());
  }

  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return SourcedPaper.isPlausible(day) ? day : null;
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
