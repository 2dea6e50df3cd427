package org.paperround.dev;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.paperround.base.ServiceConfig;
import org.paperround.subscription.Confirmations;
import org.paperround.subscription.SignUpDesk;
import org.paperround.subscription.SubscriptionRequest;

/**
 * A reader who goes the way every reader goes: signs up, finds the confirmation in the embedded
 * inbox, confirms. Their first digest is in the inbox at first sight.
 */
@IfBuildProfile("dev")
@ApplicationScoped
class DemoReader {

  private static final Logger LOG = Logger.getLogger(DemoReader.class);
  private static final String CLIENT = "127.0.0.1";
  private static final Pattern CONFIRM_LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");

  private final Samples samples;
  private final SignUpDesk desk;
  private final Confirmations confirmations;
  private final EmbeddedInbox inbox;
  private final ServiceConfig service;
  private volatile boolean confirmed;

  DemoReader(
      Samples samples,
      SignUpDesk desk,
      Confirmations confirmations,
      EmbeddedInbox inbox,
      ServiceConfig service) {
    this.samples = samples;
    this.desk = desk;
    this.confirmations = confirmations;
    this.inbox = inbox;
    this.service = service;
  }

  void signUp(@Observes StartupEvent event) {
    samples.bringIn();
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("email", "demo@example.org");
    request
        .putArray("topics")
        .add("language model* AND agent*")
        .add("diffusion OR \"video generation\"")
        .add("quantum")
        .add("cat:math.* OR cat:stat.*")
        .addObject()
        .put("about", "agents that remember what has changed in the world around them");
    request.put("trending", true);
    desk.subscribe(SubscriptionRequest.signUp(request), CLIENT);
  }

  @Scheduled(every = "1s")
  void confirm() {
    if (!confirmed) {
      confirmationToken()
          .ifPresent(
              token -> {
                confirmations.confirm(token, CLIENT);
                confirmed = true;
                LOG.infof(
                    "Open %s to sign up, and %s for the mail that was sent",
                    service.url("/"), service.url("/inbox"));
              });
    }
  }

  private Optional<String> confirmationToken() {
    return inbox.mails().stream()
        .map(mail -> MimeReader.read(1, mail).text())
        .map(CONFIRM_LINK::matcher)
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .findFirst();
  }
}
