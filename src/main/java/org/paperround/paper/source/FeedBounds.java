package org.paperround.paper.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stops the parser at XML that would become a tree too deep or too large to handle. Comments and
 * processing instructions, of which there may be as many, do not come through.
 */
final class FeedBounds extends XMLFilterImpl {

  private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";
  private static final int DEEPEST = 50;
  // A feed of arXiv with 2000 entries has some 30,000.
  private static final int MOST = 200_000;

  private int depth;
  private int count;
  private @Nullable String exceeded;

  /** What is too much, in words that follow "answered with". */
  Optional<String> exceeded() {
    return Optional.ofNullable(exceeded);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    depth++;
    count += 1 + attributes.getLength();
    if (depth > DEEPEST) {
      refuse("a feed whose elements are nested more than " + DEEPEST + " deep");
    }
    if (count > MOST) {
      refuse("a feed of more than " + MOST + " elements and attributes");
    }
    super.startElement(uri, localName, name, attributes);
  }

  private void refuse(String what) throws SAXException {
    exceeded = what;
    throw new SAXException(what);
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    depth--;
    super.endElement(uri, localName, name);
  }

  @Override
  public void processingInstruction(String target, String data) {
    // Nobody reads them.
  }

  @Override
  public void setProperty(String name, Object value)
      throws SAXNotRecognizedException, SAXNotSupportedException {
    if (!name.equals(LEXICAL_HANDLER)) {
      super.setProperty(name, value);
    }
  }
}
