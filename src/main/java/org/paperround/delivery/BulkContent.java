package org.paperround.delivery;

import java.util.Map;
import org.paperround.delivery.smtp.EncodedText;

/**
 * What a reader sees of a mail that is one of many, made of pieces it shares with the others; else
 * as {@link MailContent}.
 */
public record BulkContent(
    String subject, EncodedText text, EncodedText html, Map<String, String> headers) {

  /**
   * @throws IllegalArgumentException for a header that is none or that every mail has already
   */
  public BulkContent {
    headers = MailContent.checked(headers);
  }
}
