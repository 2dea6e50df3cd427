package org.paperround.bounce;

/** How we heard of it. */
public enum BounceSource {
  /** In the conversation with the relay. */
  SMTP,
  /** From the bounce mailbox. */
  MAILBOX,
  /** Posted as a message. */
  PIPE,
  /** Amazon SES. */
  SES,
  /** Postmark. */
  POSTMARK,
  /** Twilio SendGrid. */
  SENDGRID,
  /** Mailgun. */
  MAILGUN
}
