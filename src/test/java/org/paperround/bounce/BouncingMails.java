package org.paperround.bounce;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.EnvelopeSender;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailLedger;
import org.paperround.delivery.MailRequest;
import org.paperround.delivery.Outbox;
import org.paperround.delivery.Postman;

/** Makes mails that were sent, and what servers write about them. */
@Singleton
public class BouncingMails {

  private final Outbox outbox;
  private final MailLedger ledger;
  private final EnvelopeSender envelopeSender;
  private final EntityManager entities;
  private final Postman postman;

  BouncingMails(
      Outbox outbox,
      MailLedger ledger,
      EnvelopeSender envelopeSender,
      EntityManager entities,
      Postman postman) {
    this.outbox = outbox;
    this.ledger = ledger;
    this.envelopeSender = envelopeSender;
    this.entities = entities;
    this.postman = postman;
  }

  /** Nobody is suppressed, nothing was sent, and nobody sends. */
  public void clear() {
    postman.rests();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql("delete from bounce_event");
              sql("delete from left_message");
              sql("delete from delivery_attempt");
              sql("delete from outgoing_mail");
              sql("delete from suppression");
            });
  }

  public void goOn() {
    clear();
    postman.works();
  }

  /** A mail the next server took. */
  public long sent(String to) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              long id =
                  outbox.accept(new MailRequest(MailKind.EDITION, EmailAddress.parse(to), 1, null));
              entities.flush();
              sql(
                  "update outgoing_mail set state = 'SENT', next_attempt_at = null,"
                      + " sent_at = queued_at, ended_at = queued_at where id = "
                      + id);
              return id;
            });
  }

  /** Its reader asked to be forgotten. */
  public void erased(String address) {
    QuarkusTransaction.requiringNew().run(() -> outbox.anonymise(EmailAddress.parse(address)));
  }

  public String verp(long mailId) {
    return envelopeSender.of(mailId).toString();
  }

  public String messageId(long mailId) {
    return ledger.entry(mailId).orElseThrow().messageId();
  }

  /** What a server writes about a mail. */
  public byte[] report(String fixture, long mailId, String to) {
    return Fixture.of(fixture, verp(mailId), messageId(mailId), to);
  }

  /** The same, when the envelope sender got lost on its way. */
  public byte[] withoutVerp(String fixture, long mailId, String to) {
    return Fixture.of(fixture, "postmaster@paperround.example", messageId(mailId), to);
  }

  private void sql(String statement) {
    entities.createNativeQuery(statement).executeUpdate();
  }
}
