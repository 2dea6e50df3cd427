package org.paperround.delivery.smtp;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.config.SenderIdentity;

/**
 * The way of digests to the relay: Angus Mail, set up by {@code quarkus.mailer.*} as the Quarkus
 * Mailer itself is. Why not the Mailer: docs/decisions, "Digests leave through Angus Mail".
 */
@ApplicationScoped
class BulkRelay {

  private final MailerRuntimeConfig mailer;
  private final DeliveryConfig config;
  private final TlsConfigurationRegistry tls;
  private final DkimSignature dkim;
  private final DeadlineWatch watch = new DeadlineWatch();

  BulkRelay(
      MailersRuntimeConfig mailers,
      DeliveryConfig config,
      TlsConfigurationRegistry tls,
      DkimSignature dkim) {
    this.mailer =
        Optional.ofNullable(mailers.mailers().get(SenderIdentity.DEFAULT_MAILER)).orElseThrow();
    this.config = config;
    this.tls = tls;
    this.dkim = dkim;
  }

  /** A conversation of one's own, which opens with its first mail; not for two threads. */
  BulkConversation open() {
    SSLSocketFactory secure = secureSockets();
    return new BulkConversation(
        session(secure),
        new RelaySockets(mailer.host(), port(), isSecure() ? secure : null, verifies()),
        config,
        dkim,
        watch);
  }

  @PreDestroy
  void close() {
    watch.close();
  }

  private Session session(SSLSocketFactory secure) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", mailer.host());
    properties.setProperty("mail.smtp.ehlo", Boolean.toString(!mailer.disableEsmtp()));
    properties.setProperty("mail.smtp.quitwait", "false");
    String startTls = mailer.startTLS().toUpperCase(Locale.ROOT);
    properties.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(!isSecure() && !startTls.equals("DISABLED")));
    properties.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(startTls.equals("REQUIRED")));
    properties.put("mail.smtp.ssl.socketFactory", secure);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(verifies()));
    mailer.ownHostName().ifPresent(name -> properties.setProperty("mail.smtp.localhost", name));
    mailer
        .authMethods()
        .ifPresent(
            methods ->
                properties.setProperty("mail.smtp.auth.mechanisms", methods.replace(',', ' ')));
    boolean logsIn =
        mailer.username().isPresent() && !mailer.login().equalsIgnoreCase("DISABLED")
            || mailer.login().equalsIgnoreCase("REQUIRED");
    properties.setProperty("mail.smtp.auth", Boolean.toString(logsIn));
    return Session.getInstance(properties, logsIn ? login() : null);
  }

  private Authenticator login() {
    String user = mailer.username().orElse("");
    String password = mailer.password().orElse("");
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, password);
      }
    };
  }

  @SuppressWarnings("deprecation") // As long as the Mailer honours the old key.
  private boolean isSecure() {
    return mailer.tls().orElse(mailer.ssl());
  }

  private int port() {
    return mailer.port().orElse(isSecure() ? 465 : 25);
  }

  @SuppressWarnings("deprecation") // As above.
  private boolean verifies() {
    return !mailer
        .trustAll()
        .orElseGet(() -> tlsConfiguration().map(TlsConfiguration::isTrustAll).orElse(false));
  }

  private Optional<TlsConfiguration> tlsConfiguration() {
    return mailer
        .tlsConfigurationName()
        .map(name -> tls.get(name).orElseThrow(() -> new IllegalStateException("No TLS " + name)))
        .or(tls::getDefault);
  }

  private SSLSocketFactory secureSockets() {
    try {
      if (!verifies()) {
        return RelaySockets.trustingAll();
      }
      Optional<TlsConfiguration> configured = tlsConfiguration();
      @Nullable SSLContext context =
          configured.isPresent() ? configured.get().createSSLContext() : null;
      return (context == null ? SSLContext.getDefault() : context).getSocketFactory();
    } catch (Exception unusable) {
      throw new IllegalStateException("TLS towards the relay cannot be set up", unusable);
    }
  }
}
