package org.paperround.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.paperround.base.ServiceConfig;

class ClientHashTest {

  private static final ServiceConfig CONFIG =
      new ServiceConfig() {
        @Override
        public URI baseUrl() {
          throw new AssertionError("Not asked for");
        }

        @Override
        public List<String> secret() {
          return List.of("a secret of the tests that is long enough");
        }

        @Override
        public Duration clockOffset() {
          throw new AssertionError("Not asked for");
        }

        @Override
        public String postalAddress() {
          throw new AssertionError("Not asked for");
        }
      };

  @Test
  void requestsThatComeAtOnceAreHashedAsEachAlone() {
    ClientHash hash = new ClientHash(CONFIG);
    List<String> alone =
        IntStream.range(0, 50).mapToObj(i -> hash.of("2001:db8::" + i)).distinct().toList();

    List<String> atOnce =
        IntStream.range(0, 50_000)
            .parallel()
            .mapToObj(i -> hash.of("2001:db8::" + i % 50))
            .distinct()
            .toList();

    assertThat(alone).hasSize(50);
    assertThat(atOnce).containsExactlyInAnyOrderElementsOf(alone);
  }
}
