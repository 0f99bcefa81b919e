package org.wirknetz.platform.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// A relay that keeps what it is given: whom each mail was for, and its `Message-ID`. What it answers to a
/// recipient may be said.
public final class Sink implements AutoCloseable {

    /// One mail as it came in.
    public record Mail(String from, String to, String id) {}

    private final ServerSocket door;
    private final UnaryOperator<String> answer;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, List<Mail>> byRecipient = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final boolean all;

    public Sink() throws IOException {
        this(0, to -> "250 ok", true);
    }

    /// @param answer what is said to `RCPT TO` of an address
    public Sink(UnaryOperator<String> answer) throws IOException {
        this(0, answer, true);
    }

    /// @param all whether the order of arrival is kept, which takes time with many
    public Sink(int port, UnaryOperator<String> answer, boolean all) throws IOException {
        this.answer = answer;
        this.all = all;
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                calls.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var in = new BufferedInputStream(caller.getInputStream(), 64 * 1024)) {
            var out = caller.getOutputStream();
            say(out, "220 sink");
            String from = "";
            String to = "";
            for (var line = line(in); line != null; line = line(in)) {
                var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "MAIL" -> {
                        from = between(line);
                        say(out, "250 ok");
                    }
                    case "RCPT" -> {
                        to = between(line);
                        say(out, answer.apply(to));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        var mail = new Mail(from, to, body(in));
                        if (all) mails.add(mail);
                        byRecipient
                                .computeIfAbsent(to, it -> new CopyOnWriteArrayList<>())
                                .add(mail);
                        count.incrementAndGet();
                        say(out, "250 kept");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            calls.get();
        }
    }

    private static String body(InputStream in) throws IOException {
        var id = "";
        for (var line = line(in); line != null && !line.equals("."); line = line(in)) {
            if (line.startsWith("Message-ID:")) id = line.substring(11).strip();
        }
        return id;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\n') return line.toString();
            if (letter != '\r') line.append((char) letter);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static String between(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }

    public int port() {
        return door.getLocalPort();
    }

    public String address() {
        return "smtp://127.0.0.1:" + port();
    }

    public int count() {
        return count.get();
    }

    /// How often somebody has connected.
    public int calls() {
        return calls.get();
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public Map<String, List<Mail>> byRecipient() {
        return Map.copyOf(byRecipient);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
