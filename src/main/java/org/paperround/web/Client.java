package org.paperround.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;

/** Who is asking: the remote address, or what a trusted proxy says it is. */
@RequestScoped
class Client {

  private final HttpServerRequest request;

  Client(HttpServerRequest request) {
    this.request = request;
  }

  String address() {
    SocketAddress remote = request.remoteAddress();
    return remote == null ? "unknown" : Objects.requireNonNullElse(remote.hostAddress(), "unknown");
  }
}
