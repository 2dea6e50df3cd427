package org.paperround.paper.source;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.paperround.paper.SourceFailure;

/** Reads RSS and Atom, without DTDs, and within bounds of depth and size. */
public final class FeedReader {

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @throws SourceFailure if it is no feed, declares a document type, or is too deep or too large
   */
  public static SyndFeed read(String who, byte[] body) {
    FeedBounds bounds = new FeedBounds();
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
      WireFeedInput input =
          new WireFeedInput() {
            @Override
            protected SAXBuilder createSAXBuilder() {
              SAXBuilder builder = super.createSAXBuilder();
              builder.setXMLFilter(bounds);
              return builder;
            }
          };
      input.setAllowDoctypes(false);
      return new SyndFeedImpl(input.build(reader));
    } catch (FeedException | IllegalArgumentException | IOException unreadable) {
      throw SourceFailure.failed(
          who
              + " answered with "
              + bounds.exceeded().orElse("something that is no RSS or Atom feed"));
    }
  }
}
