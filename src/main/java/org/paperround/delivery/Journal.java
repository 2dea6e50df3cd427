package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the senders write down. The transaction that records an answer is the one that names the
 * sender's next mail, so that after a crash exactly the mails that were named are uncertain.
 */
@ApplicationScoped
class Journal {

  private final EntityManager entities;
  private final AnswerRecorder answers;
  private final LastCheck lastCheck;

  Journal(EntityManager entities, AnswerRecorder answers, LastCheck lastCheck) {
    this.entities = entities;
    this.answers = answers;
    this.lastCheck = lastCheck;
  }

  /**
   * Records what became of a sender's last mail and names its next, in one commit. Safe to call
   * again with the same arguments when it is not known whether the commit happened.
   *
   * @param next a row this process has claimed
   * @param tell whether the rooms above are told of final states
   * @return the mail to put on the wire; null when {@code next} must not go there
   */
  @Nullable OnTheWire turn(@Nullable Answer answer, @Nullable Long next, boolean tell) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (answer != null) {
                answers.record(answer, tell);
                entities.flush();
              }
              return next == null ? null : lastCheck.name(next, tell);
            });
  }

  /** Takes back what earlier failures cost some mails, for they turned out to be the relay's. */
  void giveBack(List<Long> mailIds) {
    QuarkusTransaction.requiringNew().run(() -> answers.giveBack(mailIds));
  }
}
