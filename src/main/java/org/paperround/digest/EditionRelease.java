package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.Set;
import org.paperround.delivery.MailEnded;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailState;
import org.paperround.subscription.SubscriptionErased;

/** Follows what becomes of editions after they were composed. */
@ApplicationScoped
class EditionRelease {

  private static final Set<MailState> NEVER_ARRIVED =
      EnumSet.of(MailState.EXPIRED, MailState.FAILED, MailState.CANCELLED);

  private final EditionRepository editions;

  EditionRelease(EditionRepository editions) {
    this.editions = editions;
  }

  /** Papers of a mail that surely never arrived may come again. */
  void mailEnded(@Observes MailEnded news) {
    if (news.kind() == MailKind.EDITION
        && !news.uncertain()
        && NEVER_ARRIVED.contains(news.state())) {
      editions.update("released = true where id = ?1", news.reference());
    }
  }

  /** What somebody read says who they are: it goes with them. */
  void erased(@Observes SubscriptionErased news) {
    editions.delete("subscriptionId", news.subscriptionId());
  }
}
