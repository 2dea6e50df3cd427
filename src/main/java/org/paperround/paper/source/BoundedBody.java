package org.paperround.paper.source;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a bound and hangs up on one that is longer. Unlike the JDK's body stream of
 * Java 17 it leaves the waiting to {@code HttpClient.send}, which an interrupt ends.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {

  /**
   * What was received.
   *
   * @param bytes null for a body beyond the bound
   */
  record Body(byte @Nullable [] bytes) {}

  private final long bound;
  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  private BoundedBody(long bound) {
    this.bound = bound;
  }

  /** Reads nothing at all of a body that says beforehand that it is too long. */
  static BodyHandler<Body> ofAtMost(long bound) {
    return response -> {
      long announced = response.headers().firstValueAsLong("Content-Length").orElse(0);
      return new BoundedBody(announced > bound ? -1 : bound);
    };
  }

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    if (bound < 0) {
      hangUp(subscription);
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      received.writeBytes(bytes);
    }
    if (received.size() > bound && subscription != null) {
      hangUp(subscription);
    }
  }

  private void hangUp(Subscription open) {
    open.cancel();
    received.reset();
    body.complete(new Body(null));
  }

  @Override
  public void onError(Throwable lost) {
    body.completeExceptionally(lost);
  }

  @Override
  public void onComplete() {
    body.complete(new Body(received.toByteArray()));
  }
}
