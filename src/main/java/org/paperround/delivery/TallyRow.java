package org.paperround.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How many mails ended in a state before an instant, which is the same in all rows. */
@Entity
@Table(name = "ledger_tally")
class TallyRow {

  @Id
  @Enumerated(EnumType.STRING)
  MailState state;

  long mails;

  Instant countedBefore;
}
