package org.paperround.bounce.mailbox;

import java.time.Duration;
import java.util.Optional;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.BouncesConfig.Protocol;
import org.paperround.bounce.BouncesConfig.Security;

/** Settings of a mailbox on this machine. */
record MailboxAt(Protocol protocol, int at, Security security, int mostPerPoll)
    implements BouncesConfig.Mailbox {

  static final String USER = "bounces";
  static final String PASSWORD = "secret";

  MailboxAt(Protocol protocol, int at) {
    this(protocol, at, Security.NONE, 100);
  }

  @Override
  public String cron() {
    return "off";
  }

  @Override
  public Optional<String> host() {
    return Optional.of("127.0.0.1");
  }

  @Override
  public Optional<Integer> port() {
    return Optional.of(at);
  }

  @Override
  public Optional<String> user() {
    return Optional.of(USER);
  }

  @Override
  public Optional<String> password() {
    return Optional.of(PASSWORD);
  }

  @Override
  public String folder() {
    return "INBOX";
  }

  @Override
  public String quarantine() {
    return "Quarantine";
  }

  @Override
  public Duration answerWithin() {
    return Duration.ofSeconds(2);
  }
}
