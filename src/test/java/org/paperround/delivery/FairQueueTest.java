package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;

class FairQueueTest {

  private final FairQueue queue = new FairQueue();

  @Test
  void keepsTheOrderWithinADomain() {
    add(1, "slow.example");
    add(2, "slow.example");
    assertThat(poll()).isEqualTo(1);
    assertThat(poll()).isEqualTo(2);
    assertThat(queue.poll(domain -> true)).isNull();
  }

  @Test
  void theDomainWithTheFewestMailsWithSendersComesFirst() {
    for (int i = 0; i < 8; i++) {
      add(i, "slow.example");
    }
    for (int i = 10; i < 18; i++) {
      add(i, "quick.example");
    }
    List<Long> first = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      first.add(poll());
    }
    assertThat(first).containsExactly(0L, 10L, 1L, 11L, 2L, 12L);
    queue.done(mail(10, "quick.example"));
    queue.done(mail(11, "quick.example"));
    // The slow one still has three senders: what is free goes to the other.
    assertThat(poll()).isEqualTo(13);
    assertThat(poll()).isEqualTo(14);
  }

  @Test
  void aLoneDomainMayHaveEverySender() {
    for (int i = 0; i < 100; i++) {
      add(i, "only.example");
    }
    for (int i = 0; i < 100; i++) {
      assertThat(poll()).isEqualTo(i);
    }
  }

  @Test
  void passesByADomainThatMayNotBeMailedNow() {
    add(1, "limited.example");
    add(2, "other.example");
    ReadyMail mail = queue.poll(domain -> !domain.equals("limited.example"));
    assertThat(mail).extracting(ReadyMail::id).isEqualTo(2L);
    assertThat(queue.poll(domain -> false)).isNull();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void whatWasPutBackIsFirstAgain() {
    add(1, "one.example");
    add(2, "one.example");
    ReadyMail first = queue.poll(domain -> true);
    queue.putBack(first);
    assertThat(queue.size()).isEqualTo(2);
    assertThat(poll()).isEqualTo(1);
  }

  @Test
  void aMailChangesPlacesWithAnyOtherOfItsDomain() {
    add(1, "one.example");
    add(2, "one.example");
    add(3, "one.example");
    add(4, "other.example");
    ReadyMail first = queue.poll(domain -> true);

    assertThat(queue.exchange(first, () -> -1L).id()).isEqualTo(3);
    assertThat(queue.size()).isEqualTo(3);
    assertThat(queue.removeAll("one.example")).containsExactly(2L, 1L);
  }

  @Test
  void aMailThatIsAloneStays() {
    add(1, "one.example");
    add(2, "other.example");
    ReadyMail first = queue.poll(domain -> true);

    assertThat(queue.exchange(first, () -> 0)).isSameAs(first);
  }

  @Test
  void givesBackWhatWaitsForOneDomainAndKeepsTheRest() {
    add(1, "one.example");
    add(2, "one.example");
    add(3, "other.example");
    assertThat(queue.withAtLeast(2)).isEqualTo(Set.of("one.example"));
    assertThat(queue.removeAll("one.example")).containsExactly(1L, 2L);
    assertThat(queue.removeAll("one.example")).isEmpty();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.countWaiting("other.example")).isEqualTo(1);
  }

  private void add(long id, String domain) {
    queue.add(mail(id, domain));
  }

  private long poll() {
    ReadyMail mail = queue.poll(domain -> true);
    assertThat(mail).isNotNull();
    return mail.id();
  }

  private static ReadyMail mail(long id, String domain) {
    return ReadyMail.gone(
        new ClaimedMail(
            id,
            MailKind.EDITION,
            Lane.BULK,
            new EmailAddress("reader", domain),
            id,
            "<" + id + "@paperround.example>",
            Instant.EPOCH,
            false));
  }
}
