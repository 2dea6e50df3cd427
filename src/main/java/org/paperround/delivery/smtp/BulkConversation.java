package org.paperround.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.config.DeliveryConfig;

/**
 * One SMTP connection that carries mail after mail (RFC 5321, 3.3), opened when there is one and
 * replaced after a failure, after {@code mails-per-connection} mails, and when it has lain idle for
 * so long that a relay may have closed it.
 */
final class BulkConversation implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(BulkConversation.class);

  /** Far below what relays commonly close idle connections after (Postfix: five minutes). */
  private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  private static final Duration LEAVES_WITHIN = Duration.ofSeconds(1);

  private final Session session;
  private final RelaySockets sockets;
  private final DeliveryConfig config;
  private final DkimSignature dkim;
  private final DeadlineWatch watch;
  private @Nullable Open open;

  BulkConversation(
      Session session,
      RelaySockets sockets,
      DeliveryConfig config,
      DkimSignature dkim,
      DeadlineWatch watch) {
    this.session = session;
    this.sockets = sockets;
    this.config = config;
    this.dkim = dkim;
    this.watch = watch;
  }

  private static final class Open {
    final Socket socket;
    final SMTPTransport transport;
    int mails;
    long usedAt = System.nanoTime();

    Open(Socket socket, SMTPTransport transport) {
      this.socket = socket;
      this.transport = transport;
    }
  }

  RelayReply send(BulkMail mail) {
    EncodedMessage message = message(mail);
    closeIfIdle();
    Open used = open;
    if (used != null) {
      RelayReply reply = hand(used, message, mail);
      // A relay may hang up between two mails; what it never began to read says nothing of the
      // mail.
      if (!(reply instanceof RelayReply.Lost) || message.isBegun()) {
        return reply;
      }
    }
    Socket socket = null;
    try {
      socket = sockets.connect(config.readyWithin());
      Open fresh = converse(socket);
      open = fresh;
      return hand(fresh, message, mail);
    } catch (IOException | MessagingException down) {
      abandon(socket);
      return new RelayReply.Down(words(down));
    }
  }

  /** Takes leave when it has lain idle for long. */
  void closeIfIdle() {
    Open idle = open;
    if (idle != null && System.nanoTime() - idle.usedAt > IDLE_NANOS) {
      close();
    }
  }

  private EncodedMessage message(BulkMail mail) {
    EncodedMessage message =
        new EncodedMessage(session, mail, "paperround-" + mail.envelopeSender().localPart());
    dkim.sign(message);
    return message;
  }

  /** Up to the end of AUTH whatever fails is the relay's. */
  private Open converse(Socket raw) throws IOException, MessagingException {
    try (DeadlineWatch.Step step = watch.watch(raw, config.readyWithin())) {
      raw.setSoTimeout(Math.toIntExact(config.readyWithin().toMillis()));
      SMTPTransport transport = (SMTPTransport) session.getTransport();
      try {
        transport.connect(sockets.secured(raw));
      } catch (IOException | MessagingException failed) {
        if (step.isOverdue() || timedOut(failed)) {
          throw new IOException("No conversation with the relay within " + config.readyWithin());
        }
        throw failed;
      }
      raw.setSoTimeout(Math.toIntExact(config.answerWithin().toMillis()));
      return new Open(raw, transport);
    }
  }

  /** From MAIL FROM on it is the mail's. */
  private RelayReply hand(Open ready, EncodedMessage message, BulkMail mail) {
    try (DeadlineWatch.Step step = watch.watch(ready.socket, config.answerWithin())) {
      try {
        InternetAddress to = new InternetAddress();
        to.setAddress(mail.to().toString());
        ready.transport.sendMessage(message, new InternetAddress[] {to});
        return new RelayReply.Accepted(said(ready));
      } catch (MessagingException failed) {
        String words = step.isOverdue() || timedOut(failed) ? late() : words(failed);
        return failure(ready, message, replyCode(failed), words);
      } catch (RuntimeException unusable) {
        abandon();
        throw unusable;
      }
    } finally {
      ready.usedAt = System.nanoTime();
      ready.mails++;
      if (open == ready && isUsedUp(ready)) {
        close();
      }
    }
  }

  private boolean isUsedUp(Open ready) {
    int most = config.mailsPerConnection();
    return ready.socket.isClosed() || most > 0 && ready.mails >= most;
  }

  private RelayReply failure(Open ready, EncodedMessage message, int code, String words) {
    String said = said(ready);
    SmtpReplyText reply = new SmtpReplyText(said);
    if (code >= 200 && code < 300 && message.isWritten()) {
      // Angus expects a 250 after the final dot; any 2xx means the same (RFC 5321, 4.2.1).
      return new RelayReply.Accepted(said);
    }
    if (code < 400) {
      abandon();
      return new RelayReply.Lost(words, message.isWritten());
    }
    if (code == 421) {
      abandon();
    }
    return code >= 500
        ? new RelayReply.Refused(code, reply.enhanced(), said)
        : new RelayReply.Deferred(code, reply.enhanced(), said);
  }

  private static String said(Open ready) {
    String said = ready.transport.getLastServerResponse();
    return said == null ? "" : said.strip();
  }

  private String late() {
    return "No answer within " + config.answerWithin();
  }

  /**
   * What was answered to this mail; 0 for nothing. The transport's last response will not do: after
   * a command that could not be written it is still the answer to an earlier mail.
   */
  private static int replyCode(MessagingException failure) {
    for (Exception link = failure;
        link instanceof MessagingException chained;
        link = chained.getNextException()) {
      int code = 0;
      if (link instanceof SMTPSendFailedException refused) {
        code = refused.getReturnCode();
      } else if (link instanceof SMTPAddressFailedException refused) {
        code = refused.getReturnCode();
      }
      if (code > 0) {
        return code;
      }
    }
    return 0;
  }

  private static boolean timedOut(Exception failure) {
    return cause(failure) instanceof SocketTimeoutException;
  }

  private static Throwable cause(Exception failure) {
    Throwable cause = failure;
    while (cause instanceof MessagingException chained && chained.getNextException() != null) {
      cause = chained.getNextException();
    }
    return cause;
  }

  private static String words(Exception failure) {
    Throwable cause = cause(failure);
    String words = cause.getMessage();
    return words == null || words.isBlank() ? cause.toString() : words.strip();
  }

  /** Takes leave with QUIT; never waits for the answer. */
  @Override
  public void close() {
    Open last = open;
    open = null;
    if (last != null) {
      DeadlineWatch.Step step = watch.watch(last.socket, LEAVES_WITHIN);
      try {
        last.transport.close();
      } catch (MessagingException gone) {
        LOG.debug("The relay was gone before QUIT", gone);
      } finally {
        step.close();
        abandon(last.socket);
      }
    }
  }

  private void abandon() {
    Open last = open;
    open = null;
    if (last != null) {
      abandon(last.socket);
    }
  }

  private static void abandon(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException broken) {
        LOG.debug("Closing a broken socket", broken);
      }
    }
  }
}
