package org.paperround.paper.source;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.paperround.paper.SourceFailure;

/** Reads RSS and Atom, without DTDs. */
public final class FeedReader {

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @throws SourceFailure if it is no feed, or declares a document type
   */
  public static SyndFeed read(String who, byte[] body) {
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      return input.build(reader);
    } catch (FeedException | IllegalArgumentException | IOException unreadable) {
      throw SourceFailure.failed(who + " answered with something that is no RSS or Atom feed");
    }
  }
}
