package org.paperround.paper.source.arxiv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of one record, as they stand there. */
final class OaiRecord {

  final List<String> authors = new ArrayList<>();
  String id = "";
  String datestamp = "";
  String created = "";
  String title = "";
  String summary = "";
  String categories = "";
  boolean deleted;

  /** Takes what the element the reader stands on says. */
  void take(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "header" -> deleted = "deleted".equals(xml.getAttributeValue(null, "status"));
      case "datestamp" -> datestamp = xml.getElementText();
      case "id" -> id = xml.getElementText();
      case "created" -> created = xml.getElementText();
      case "title" -> title = xml.getElementText();
      case "categories" -> categories = xml.getElementText();
      case "abstract" -> summary = xml.getElementText();
      case "author" -> author(xml);
      default -> {
        // What we have no use for.
      }
    }
  }

  private void author(XMLStreamReader xml) throws XMLStreamException {
    String keyname = "";
    String forenames = "";
    String suffix = "";
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("author")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "keyname" -> keyname = xml.getElementText();
          case "forenames" -> forenames = xml.getElementText();
          case "suffix" -> suffix = xml.getElementText();
          default -> xml.getElementText();
        }
      }
    }
    authors.add(
        Stream.of(forenames, keyname, suffix)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" ")));
  }
}
