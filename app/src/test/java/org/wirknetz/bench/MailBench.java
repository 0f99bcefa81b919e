package org.wirknetz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirknetz.platform.mail.Sink;

/// `./wirknetz bench mail`: a newsletter to 10,000 addresses, through a running `serve` to a real relay on
/// this machine; then another one, while the program is killed twice. Prints how long it took, what it took
/// of memory, and how many mails were lost or came twice.
///
/// Runs as a source file beside the program; what is measured is the launcher's own process. Mails that were
/// on their way when the program was killed are tried again after five minutes: the second part waits for
/// them.
final class MailBench {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/set-up/\\S+");
    private static final Pattern LIST = Pattern.compile("/mailing-lists/([0-9a-f-]{36})");
    private static final Pattern ISSUE = Pattern.compile("/w/brief/newsletters/([0-9a-f-]{36})\">([^<]*)<");
    private static final int MAILS = Integer.getInteger("mails", 10_000);
    private static final int PORT = Integer.getInteger("port", 18080);
    private static final String PASSWORD = "ein langes Kennwort 4711";

    public static void main(String[] given) throws Exception {
        var folder = Files.createTempDirectory("wirknetz-mail-");
        var data = folder.resolve("data");
        try (var sink = new Sink(0, to -> "250 ok", false)) {
            var settings = Map.of(
                    "WIRKNETZ_SMTP_URL",
                    sink.address(),
                    "WIRKNETZ_MAIL_FROM",
                    "netz@brief.example",
                    "WIRKNETZ_BASE_URL",
                    "http://localhost:" + PORT);
            var program = Program.serve(data, PORT, settings);
            try {
                var office = founded(program);
                var list = listed(office);
                whole(program, office, list, sink);
                program = killed(program, office, list, sink, data, settings);
            } finally {
                program.close();
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(MailBench::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static Crowd.Visitor founded(Program program) throws Exception {
        var operator = Crowd.anonymous(program.base());
        operator.choosePassword(
                link(program.verb(
                        "user", "create", "--operator", "--email", "betrieb@brief.example", "--name", "Betrieb")),
                PASSWORD);
        operator.post(
                "/operator",
                "/operator/networks",
                "slug=brief&name=Briefnetz&template=nachqualifizierung&email=erste%40brief.example");
        var office = Crowd.anonymous(program.base());
        office.choosePassword(
                link(program.verb(
                        "user",
                        "create",
                        "--network",
                        "brief",
                        "--email",
                        "aylin@brief.example",
                        "--name",
                        "Aylin Demir")),
                PASSWORD);
        return office;
    }

    private static String link(String said) {
        return found(ADDRESS, said, 0);
    }

    private static String found(Pattern pattern, String text, int group) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " in " + text);
        return found.group(group);
    }

    private static String listed(Crowd.Visitor office) throws Exception {
        var lists = "/w/brief/mailing-lists";
        office.post(lists, lists + "/setting", "imprint=Koordinierungsstelle");
        office.post(lists, lists, "name=Netzbrief&about=Neues&open=true");
        var list = lists + "/" + found(LIST, office.get(lists), 1);
        var addresses = IntStream.range(0, MAILS)
                .mapToObj(n -> "leserin" + n + "@haus" + n % 50 + ".example")
                .collect(Collectors.joining("\n"));
        long began = System.nanoTime();
        office.post(list, list + "/readers", "proof=Bank&addresses=" + Crowd.Visitor.encoded(addresses));
        System.out.printf("%,d addresses entered in %.1f s%n", MAILS, seconds(began));
        return list.substring(list.lastIndexOf('/') + 1);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /// @return the page of the issue
    private static String issue(Crowd.Visitor office, String list, String subject) throws Exception {
        var text = "Guten Tag.\n\n" + "Neues aus dem Netzwerk, ausführlich erzählt. ".repeat(120);
        office.post(
                "/w/brief/newsletters/new",
                "/w/brief/newsletters",
                "archive=PUBLIC&list=" + list + "&subject=" + subject + "&lead=" + Crowd.Visitor.encoded(text));
        for (var found :
                ISSUE.matcher(office.get("/w/brief/newsletters")).results().toList()) {
            if (found.group(2).equals(subject)) return "/w/brief/newsletters/" + found.group(1);
        }
        throw new IllegalStateException("no issue " + subject);
    }

    private static void whole(Program program, Crowd.Visitor office, String list, Sink sink) throws Exception {
        var issue = issue(office, list, "Erste");
        long before = program.anonymous();
        long most = before;
        long began = System.nanoTime();
        office.post(issue, issue + "/dispatch", "");
        System.out.printf("handed over after %.1f s%n", seconds(began));
        while (sink.count() < MAILS && seconds(began) < 600) {
            Thread.sleep(250);
            most = Math.max(most, program.anonymous());
        }
        System.out.printf(
                "%,d mails of %,d in %.1f s (%.0f a second), over %d connections; JVM %d MB before, at most %d MB meanwhile%n",
                sink.count(), MAILS, seconds(began), sink.count() / seconds(began), sink.calls(), before, most);
        verdict(sink, 1);
    }

    private static Program killed(
            Program first, Crowd.Visitor office, String list, Sink sink, Path data, Map<String, String> settings)
            throws Exception {
        var issue = issue(office, list, "Zweite");
        int before = sink.count();
        office.post(issue, issue + "/dispatch", "");
        var program = first;
        for (int part = 1; part <= 2; part++) {
            long sending = System.nanoTime();
            while (sink.count() < before + part * MAILS / 4) {
                if (seconds(sending) > 400)
                    throw new IllegalStateException("only " + (sink.count() - before) + " mails came");
                Thread.sleep(20);
            }
            program.kill();
            System.out.printf("killed after %,d mails%n", sink.count() - before);
            program = Program.serve(data, PORT, settings);
        }
        long began = System.nanoTime();
        while (readers(sink).stream().anyMatch(it -> different(it) < 2) && seconds(began) < 400) Thread.sleep(1_000);
        System.out.printf("all there %.0f s after the second start%n", seconds(began));
        verdict(sink, 2);
        return program;
    }

    /// What came in for the readers of the list; the invitation of the founder is not one of them.
    private static List<List<Sink.Mail>> readers(Sink sink) {
        return sink.byRecipient().entrySet().stream()
                .filter(it -> it.getKey().startsWith("leserin"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static long different(List<Sink.Mail> copies) {
        return copies.stream().map(Sink.Mail::id).distinct().count();
    }

    private static void verdict(Sink sink, int issues) {
        var readers = readers(sink);
        long different = readers.stream().mapToLong(MailBench::different).sum();
        long lost = (long) MAILS * issues - different;
        long twice = readers.stream().mapToLong(List::size).sum() - different;
        System.out.printf("lost: %d, twice with the same Message-ID: %d%n", lost, twice);
    }
}
