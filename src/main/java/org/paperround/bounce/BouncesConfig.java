package org.paperround.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How we hear of what comes back, and what is made of it. Checked at start. */
@ConfigMapping(prefix = "paperround.bounces")
public interface BouncesConfig {

  /** The bearer token (RFC 6750) of {@code POST /api/bounces}; without one, it is closed. */
  Optional<String> token();

  /** So many soft bounces with no success between suppress an address. */
  @WithDefault("5")
  int softLimit();

  /** Soft bounces count for so long. */
  @WithDefault("14D")
  Duration softWithin();

  /** How old a signed webhook may be; providers send again for about a day. */
  @WithDefault("24H")
  Duration replayWithin();

  /** The mailbox our bounces are delivered to. */
  Mailbox mailbox();

  /** Amazon SES, through SNS. */
  Ses ses();

  /** Postmark. */
  Postmark postmark();

  /** Twilio SendGrid. */
  Sendgrid sendgrid();

  /** Mailgun. */
  Mailgun mailgun();

  /** See {@link BouncesConfig#mailbox()}. */
  interface Mailbox {

    /** When it is looked at, a Quartz cron expression; off for never. */
    @WithDefault("off")
    String cron();

    /** How it is spoken to. */
    @WithDefault("IMAP")
    Protocol protocol();

    /** Required once there is a cron. */
    Optional<String> host();

    /** The server's port; unset, that of the protocol and its security. */
    Optional<Integer> port();

    /** Who logs in. */
    Optional<String> user();

    /** Their password. */
    Optional<String> password();

    /** How the connection is kept from others. */
    @WithDefault("TLS")
    Security security();

    /** Where bounces arrive; IMAP only. */
    @WithDefault("INBOX")
    String folder();

    /** Where messages go that we cannot read; IMAP only, made when it is missing. */
    @WithDefault("Quarantine")
    String quarantine();

    /** How many messages one look takes. */
    @WithDefault("500")
    int mostPerPoll();

    /** For connecting, and for each answer of the server. */
    @WithDefault("30S")
    Duration answerWithin();
  }

  /** How a mailbox is spoken to. */
  enum Protocol {
    /** RFC 9051 and its elders. */
    IMAP,
    /** RFC 1939. */
    POP3
  }

  /** How a connection is kept from others. */
  enum Security {
    /** TLS from the first byte. */
    TLS,
    /** TLS before the password, or no connection. */
    STARTTLS,
    /** Not at all: loopback and trials only. */
    NONE
  }

  /** See {@link BouncesConfig#ses()}. */
  interface Ses {
    /** The one topic that is listened to; unset, the webhook is closed. */
    Optional<String> topicArn();
  }

  /** See {@link BouncesConfig#postmark()}. Closed without either. */
  interface Postmark {
    /** User of HTTP Basic authentication. */
    Optional<String> user();

    /** Its password. */
    Optional<String> password();

    /** What the header {@code X-Paperround-Token}, set in the webhook's settings, must say. */
    Optional<String> token();
  }

  /** See {@link BouncesConfig#sendgrid()}. */
  interface Sendgrid {
    /** The verification key of the signed event webhook, base64; unset, the webhook is closed. */
    Optional<String> publicKey();
  }

  /** See {@link BouncesConfig#mailgun()}. */
  interface Mailgun {
    /** The HTTP webhook signing key; unset, the webhook is closed. */
    Optional<String> signingKey();
  }
}
