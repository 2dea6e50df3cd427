package org.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class ForwardedClientTest {

  /** The status that a sign-up without an address gets when it comes from an address of ours. */
  private static int signUp(String from, String forwardedFor) {
    String request =
        "POST /api/subscriptions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\nX-Forwarded-For: "
            + forwardedFor
            + "\r\n\r\n{}";
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), RestAssured.port));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theProxyMayTellItsClientsApart() {
    for (int i = 0; i < 3; i++) {
      assertThat(signUp(BehindAProxy.PROXY, "203.0.113.1")).isEqualTo(400);
    }

    assertThat(signUp(BehindAProxy.PROXY, "203.0.113.1")).isEqualTo(429);
    assertThat(signUp(BehindAProxy.PROXY, "203.0.113.2")).isEqualTo(400);
    assertThat(signUp(BehindAProxy.PROXY, "2001:db8::2")).isEqualTo(400);
  }

  @Test
  void nobodyElseMay() {
    for (int i = 0; i < 3; i++) {
      assertThat(signUp("127.0.0.3", "198.51.100." + i)).isEqualTo(400);
    }

    assertThat(signUp("127.0.0.3", "198.51.100.9")).isEqualTo(429);
    assertThat(signUp("127.0.0.4", "198.51.100.9")).isEqualTo(400);
  }

  /** Which is why the proxy must replace the header instead of appending to it. */
  @Test
  void ofSeveralForwardedAddressesTheFirstCounts() {
    for (int i = 0; i < 3; i++) {
      assertThat(signUp(BehindAProxy.PROXY, "192.0.2.1, 192.0.2." + (100 + i))).isEqualTo(400);
    }

    assertThat(signUp(BehindAProxy.PROXY, "192.0.2.1, 192.0.2.200")).isEqualTo(429);
    assertThat(signUp(BehindAProxy.PROXY, "192.0.2.2, 192.0.2.100")).isEqualTo(400);
  }
}
