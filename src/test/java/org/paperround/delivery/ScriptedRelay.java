package org.paperround.delivery;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/**
 * An SMTP server that does what the recipient's local part says: {@code tempfail} 451 the first
 * time, {@code alwaystemp} 451 every time, {@code permfail} 550 5.1.1, {@code blocked} 554 5.7.1,
 * {@code lostack} takes the mail and hangs up the first time, {@code terse} answers a bare 250,
 * {@code hold} answers when {@link #letGo} says so, {@code drop} hangs up in the middle of the
 * mail, {@code permfail-reset} resets the connection after the refusal, {@code nodata} hangs up
 * before it, {@code hangup} takes the mail, says so and hangs up; all others are taken.
 */
final class ScriptedRelay implements Closeable {

  /** A mail it took. */
  record Taken(String from, String to, String message) {

    /** A header's value, unfolded; empty when there is none. */
    String header(String name) {
      String head = message.substring(0, message.indexOf("\r\n\r\n") + 2);
      for (String line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
        if (line.toLowerCase().startsWith(name.toLowerCase() + ": ")) {
          return line.substring(name.length() + 2);
        }
      }
      return "";
    }
  }

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Long> takenAt = new CopyOnWriteArrayList<>();
  private final Set<String> once = ConcurrentHashMap.newKeySet();
  private final Set<String> holding = ConcurrentHashMap.newKeySet();
  private final Semaphore goOn = new Semaphore(0);
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private volatile String greeting = "220 relay.test";

  ScriptedRelay(int port) {
    try {
      server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** When it took each, in nanoseconds of the system's timer. */
  List<Long> takenAt() {
    return takenAt.stream().sorted().toList();
  }

  List<Taken> takenBy(String recipient) {
    return taken.stream().filter(mail -> mail.to().equals(recipient)).toList();
  }

  /** The recipients whose mails are here and wait for their answer. */
  Set<String> holding() {
    return Set.copyOf(holding);
  }

  void letGo() {
    goOn.release(1_000_000);
  }

  /** What it says first; nothing keeps it silent. */
  void greetWith(String line) {
    greeting = line;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    letGo();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** How many connections it had so far. */
  int connections() {
    return open.size();
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = socket.getOutputStream();
      if (greeting.isEmpty()) {
        in.readLine();
        return;
      }
      say(out, greeting);
      if (greeting.startsWith("220")) {
        if (talk(in, out)) {
          // Closing it now sends RST instead of FIN.
          socket.setSoLinger(true, 0);
        }
      }
    } catch (IOException | InterruptedException gone) {
      // The other side's business.
    }
  }

  /** Whether the connection is to be reset at the end. */
  private boolean talk(BufferedReader in, OutputStream out)
      throws IOException, InterruptedException {
    String refused = "";
    String from = "";
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.toUpperCase();
      if (verb.startsWith("EHLO")) {
        say(out, "250-relay.test\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES");
      } else if (verb.startsWith("MAIL FROM:")) {
        from = between(line);
        say(out, "250 2.1.0 ok");
      } else if (verb.startsWith("RCPT TO:")) {
        to = between(line);
        refused = recipientTaken(to) ? "" : to;
        say(out, recipient(to));
      } else if (verb.equals("DATA") && to.contains("nodata") && once.add(to)) {
        return false;
      } else if (verb.equals("DATA")) {
        say(out, to.isEmpty() ? "554 5.5.1 nobody" : "354 go");
        if (!to.isEmpty() && !data(in, out, from, to)) {
          return false;
        }
      } else if (verb.equals("QUIT")) {
        say(out, "221 bye");
        return false;
      } else {
        boolean reset = refused.contains("reset");
        refused = "";
        to = "";
        say(out, "250 2.0.0 ok");
        if (reset) {
          return true;
        }
      }
      if (!verb.startsWith("RCPT") && !verb.startsWith("MAIL")) {
        to = "";
      } else if (!recipientTaken(to)) {
        to = "";
      }
    }
    return false;
  }

  private boolean recipientTaken(String to) {
    return !to.contains("permfail") && !to.contains("blocked") && !to.contains("alwaystemp");
  }

  private String recipient(String to) {
    if (to.contains("alwaystemp") || to.contains("tempfail") && once.add(to)) {
      return "451 4.7.1 later";
    }
    if (to.contains("permfail")) {
      return "550 5.1.1 <" + to + "> no such user";
    }
    return to.contains("blocked") ? "554 5.7.1 not from you" : "250 2.1.5 ok";
  }

  private boolean data(BufferedReader in, OutputStream out, String from, String to)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      lines.add(line.startsWith(".") ? line.substring(1) : line);
      if (to.contains("drop") && once.add(to)) {
        return false;
      }
    }
    if (to.contains("hold")) {
      holding.add(to);
      goOn.acquire();
      holding.remove(to);
    }
    takenAt.add(System.nanoTime());
    taken.add(new Taken(from, to, String.join("\r\n", lines) + "\r\n"));
    if (to.contains("lostack") && once.add(to)) {
      return false;
    }
    say(out, to.contains("terse") ? "250" : "250 2.0.0 taken");
    return !to.contains("hangup");
  }

  private static String between(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
