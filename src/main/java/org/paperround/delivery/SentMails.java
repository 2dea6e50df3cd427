package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperround.base.EmailAddress;

/** Finds mails by what comes back of them. Reading it changes nothing. */
@ApplicationScoped
@Transactional
public class SentMails {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<?([0-9a-z]{1,13})(\\.[a-z2-7]{16}@[^<>@\\s]{1,255})>?");

  private final EntityManager entities;

  SentMails(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Whose Message-ID this is. It holds 80 random bits, so that only who has seen the mail knows it;
   * rows of erased readers keep it.
   *
   * @param messageId with or without its angle brackets, in any case
   * @return the mail's id; empty when no mail of ours has it
   */
  public OptionalLong byMessageId(String messageId) {
    Matcher ours = MESSAGE_ID.matcher(messageId.strip().toLowerCase(Locale.ROOT));
    if (!ours.matches()) {
      return OptionalLong.empty();
    }
    try {
      long id = Long.parseLong(ours.group(1), Character.MAX_RADIX);
      OutgoingMail mail = entities.find(OutgoingMail.class, id);
      return mail != null && ours.group(2).equalsIgnoreCase("." + mail.messageKey)
          ? OptionalLong.of(id)
          : OptionalLong.empty();
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }

  /**
   * The mails to an address that the next server took, between two others and in the order of their
   * ids.
   *
   * @param after the id of the earlier mail, which is not among them
   * @param before the id of the later mail, which is not among them
   */
  public List<Long> takenBetween(EmailAddress to, long after, long before) {
    return entities
        .createQuery(
            "select m.id from OutgoingMail m where m.toKey = :to and m.state = :sent"
                + " and m.id > :after and m.id < :before order by m.id",
            Long.class)
        .setParameter("to", to.key())
        .setParameter("sent", MailState.SENT)
        .setParameter("after", after)
        .setParameter("before", before)
        .getResultList();
  }
}
