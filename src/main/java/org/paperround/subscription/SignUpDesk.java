package org.paperround.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * Takes what people ask for at the door. Whoever asks and whatever the address, the same happens
 * before the answer: one row is written. What becomes of it is settled afterwards.
 */
@ApplicationScoped
public class SignUpDesk {

  private final SignUpRepository signUps;
  private final SubscriptionConfig config;
  private final ClientHash clientHash;
  private final ObjectMapper json;
  private final Clock clock;
  private final Event<SignUpTaken> taken;

  SignUpDesk(
      SignUpRepository signUps,
      SubscriptionConfig config,
      ClientHash clientHash,
      ObjectMapper json,
      Clock clock,
      Event<SignUpTaken> taken) {
    this.signUps = signUps;
    this.config = config;
    this.clientHash = clientHash;
    this.json = json;
    this.clock = clock;
    this.taken = taken;
  }

  /**
   * Takes a sign-up.
   *
   * @param client the remote address, of which only a hash is kept
   */
  @Transactional
  public void subscribe(SubscriptionRequest request, String client) {
    EmailAddress address = Objects.requireNonNull(request.address(), "a sign-up has an address");
    take(SignUp.Kind.SUBSCRIBE, address, write(request.choices()), client);
  }

  /**
   * Takes the request for a fresh preferences link.
   *
   * @param client the remote address, of which only a hash is kept
   */
  @Transactional
  public void link(EmailAddress address, String client) {
    take(SignUp.Kind.LINK, address, null, client);
  }

  /**
   * Forgets some of what was asked before an instant, confirmed or not: the consent of those who
   * confirmed is kept with them. What a confirmation link still speaks of stays until it expires.
   *
   * @return how many went; 0 when there is nothing older
   */
  @Transactional
  public int retire(Instant before, int most) {
    Instant expired = clock.instant().minus(config.confirmationValidFor());
    List<Long> old =
        signUps
            .find(
                "select id from SignUp where askedAt < ?1 order by id",
                before.isBefore(expired) ? before : expired)
            .project(Long.class)
            .range(0, most - 1)
            .list();
    return old.isEmpty() ? 0 : Math.toIntExact(signUps.delete("id in ?1", old));
  }

  private void take(
      SignUp.Kind kind, EmailAddress address, @Nullable String choices, String client) {
    signUps.persist(new SignUp(kind, address, choices, clock.instant(), clientHash.of(client)));
    taken.fire(new SignUpTaken());
  }

  private String write(Choices choices) {
    try {
      return json.writeValueAsString(choices);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
