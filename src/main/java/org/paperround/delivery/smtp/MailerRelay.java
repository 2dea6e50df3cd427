package org.paperround.delivery.smtp;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.paperround.delivery.config.DeliveryConfig;

/**
 * Sends through the client the Quarkus Mailer makes of {@code quarkus.mailer.*}, over pooled
 * connections. The Mailer itself is passed by, for it adds an empty {@code Cc:} (RFC 5322 wants at
 * least one address there).
 *
 * <p>The client has no deadline for an answer, so it is kept here, one for the way to MAIL FROM and
 * one from there on. What it makes of headers it is not asked for: it folds with a bare LF and
 * encodes half an emoji; ours come ready from {@link MailHeaders}.
 */
@ApplicationScoped
class MailerRelay {

  private final MailClient client;

  // One event loop for all: on two, a greeting that comes fast is read by the one before the other
  // has said who listens, and the conversation hangs.
  private final Context loop;
  private final Duration readyWithin;
  private final Duration answerWithin;

  MailerRelay(MailClient client, Vertx vertx, DeliveryConfig config) {
    this.client = client;
    this.loop = vertx.getOrCreateContext();
    this.readyWithin = config.readyWithin();
    this.answerWithin = config.answerWithin();
  }

  /** Hands one mail over. Never throws for what the network or the server does. */
  RelayReply send(RelayMail mail) {
    WatchedMessage message = new WatchedMessage();
    message.setBounceAddress(mail.envelopeSender().toString());
    message.setTo(List.of(mail.to().toString()));
    message.setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(mail.headers()));
    message.setText(lines(mail.text()));
    message.setHtml(lines(mail.html()));
    message.ready();
    CompletableFuture<MailResult> answer = new CompletableFuture<>();
    loop.runOnContext(
        now ->
            client
                .sendMail(message)
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally));
    try {
      return await(answer, message);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return message.abandon()
          ? new RelayReply.Down("Stopped before MAIL FROM")
          : new RelayReply.Lost("Stopped before the relay answered", true);
    }
  }

  private RelayReply await(Future<MailResult> answer, WatchedMessage message)
      throws InterruptedException {
    try {
      return accepted(answer, readyWithin);
    } catch (ExecutionException failed) {
      return failed(failed, message);
    } catch (TimeoutException slow) {
      if (message.abandon()) {
        return new RelayReply.Down("No conversation with the relay within " + readyWithin);
      }
    }
    try {
      return accepted(answer, answerWithin);
    } catch (ExecutionException failed) {
      return failed(failed, message);
    } catch (TimeoutException late) {
      return new RelayReply.Lost("No answer within " + answerWithin, true);
    }
  }

  private static RelayReply accepted(Future<MailResult> answer, Duration within)
      throws InterruptedException, ExecutionException, TimeoutException {
    answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    // The client keeps the relay's words to itself when they are good.
    return new RelayReply.Accepted("250");
  }

  private static RelayReply failed(ExecutionException failed, WatchedMessage message) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    if (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof SMTPException refusal
        ? SmtpFailure.answered(refusal, message.isOnTheWire())
        : SmtpFailure.broken(cause, message.isOnTheWire());
  }

  /** The encoder wants LF and makes CRLF of it; a CR it would send as a character. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
