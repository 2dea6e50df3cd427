package org.paperround.delivery.config;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperround.base.EmailAddress;

/**
 * Whom our mails come from: {@code quarkus.mailer.from}, as an address or as {@code Name
 * <address>}.
 */
@ApplicationScoped
public class SenderIdentity {

  /** The name under which Quarkus keeps the mailer without a name. */
  public static final String DEFAULT_MAILER = "<default>";

  private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^<>]+)>\\s*");

  private final String name;
  private final EmailAddress address;

  SenderIdentity(MailersRuntimeConfig mailers) {
    String from =
        Optional.ofNullable(mailers.mailers().get(DEFAULT_MAILER))
            .flatMap(MailerRuntimeConfig::from)
            .orElseThrow(() -> new IllegalStateException("quarkus.mailer.from is not set"));
    Matcher named = NAMED.matcher(from);
    this.name = named.matches() ? named.group(1) : "";
    this.address = EmailAddress.parse(named.matches() ? named.group(2) : from);
  }

  /** What readers see before the address; empty for none. */
  public String name() {
    return name;
  }

  /** The address of the From field. */
  public EmailAddress address() {
    return address;
  }

  /** The domain our mails, their ids and their list belong to. */
  public String domain() {
    return address.domain();
  }
}
