package org.paperround.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
  private final ClientHash clientHash;
  private final ObjectMapper json;
  private final Clock clock;
  private final Event<SignUpTaken> taken;

  SignUpDesk(
      SignUpRepository signUps,
      ClientHash clientHash,
      ObjectMapper json,
      Clock clock,
      Event<SignUpTaken> taken) {
    this.signUps = signUps;
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
