package org.paperround.delivery.smtp;

import io.vertx.ext.mail.SMTPException;

/** Says whose failure it was: the relay's or that of one mail, and what is known of the mail. */
final class SmtpFailure {

  private static final String AFTER_THE_DOT = "sending data failed";
  private static final String TOO_BIG = "message exceeds allowed size limit";

  private SmtpFailure() {}

  /** The server said no to something. */
  static RelayReply answered(SMTPException refusal, boolean onTheWire) {
    String said = String.join("\n", refusal.getReplyMessages());
    if (!onTheWire) {
      return new RelayReply.Down(said);
    }
    SmtpReplyText reply = new SmtpReplyText(refusal.getReplyMessage());
    // The client calls a reply without text, such as a bare "250", a failure with code 500.
    int code = reply.code().orElse(0);
    if (code >= 500) {
      return new RelayReply.Refused(code, reply.enhanced(), said);
    }
    if (code >= 400) {
      return new RelayReply.Deferred(code, reply.enhanced(), said);
    }
    boolean afterTheDot = String.valueOf(refusal.getMessage()).startsWith(AFTER_THE_DOT);
    return code >= 200 && code < 300 && afterTheDot
        ? new RelayReply.Accepted(said)
        : new RelayReply.Lost("Not an SMTP reply: " + said, true);
  }

  /** No reply at all. */
  static RelayReply broken(Throwable cause, boolean onTheWire) {
    String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (!onTheWire) {
      return new RelayReply.Down(words);
    }
    return words.equals(TOO_BIG)
        ? new RelayReply.Refused(552, "5.3.4", "Larger than the SIZE the relay announces")
        : new RelayReply.Lost(words, true);
  }
}
