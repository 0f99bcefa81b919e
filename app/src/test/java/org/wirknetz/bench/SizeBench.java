package org.wirknetz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// `./wirknetz bench size [FOLDER]`: founds a network in a running `serve` as an operator would, imports 20,000
/// organisations, 60,000 people and 20,000 mandates by the console, lets 50 visitors list, search and open, and
/// prints times and memory.
///
/// Runs as a source file beside the program and shares nothing with it: what is measured is the launcher's own
/// process with the launcher's own flags. Times are the client's, whole requests on the same machine. A folder that
/// is named is kept, and used again next time without another import.
final class SizeBench {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/set-up/\\S+");
    private static final Pattern LINK = Pattern.compile("/w/gross/organisations/([0-9a-f-]{36})");
    private static final int SECONDS = Integer.getInteger("seconds", 15);
    private static final String PASSWORD = "ein langes Kennwort 4711";

    private static final List<String> TYPED = List.of(
            "Handwerksbetrieb",
            "Metallbau Yıldız",
            "Müller",
            "muller 12",
            "Bildungswrk",
            "yildiz",
            "Verein 77",
            "Weber",
            "Caritas Groß",
            "p4711@t.example",
            "Ort 17",
            "HWK",
            "Vor42 Nowak");

    public static void main(String[] given) throws Exception {
        var kept = given.length > 0;
        var folder = kept ? Path.of(given[0]).toAbsolutePath() : Files.createTempDirectory("wirknetz-size-");
        var fresh = !Files.exists(folder.resolve("data/gross"));
        try (var program = Program.serve(folder.resolve("data"), Integer.getInteger("port", 18080))) {
            System.out.printf("%-24s %s%n", "started", program.memory());
            if (fresh) found(program, folder);
            var crowd = Crowd.signedIn(program.base(), "aylin@gross.example", PASSWORD, 50);
            System.out.printf("%-24s %s%n", "50 signed in", program.memory());
            measure(program, crowd);
            Thread.sleep(20_000);
            System.out.printf("%-24s %s%n", "20 s later", program.memory());
        }
        if (!kept)
            Files.walk(folder).sorted(java.util.Comparator.reverseOrder()).forEach(SizeBench::delete);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static void found(Program program, Path folder) throws Exception {
        var operator = Crowd.anonymous(program.base());
        operator.choosePassword(
                link(program.verb(
                        "user", "create", "--operator", "--email", "betrieb@gross.example", "--name", "Betrieb")),
                PASSWORD);
        operator.post(
                "/operator",
                "/operator/networks",
                "slug=gross&name=Gro%C3%9Fes+Netz&template=nachqualifizierung&email=hwk%40gross.example");
        var office = Crowd.anonymous(program.base());
        office.choosePassword(
                link(program.verb(
                        "user",
                        "create",
                        "--network",
                        "gross",
                        "--email",
                        "aylin@gross.example",
                        "--name",
                        "Aylin Demir")),
                PASSWORD);
        var lists = Lists.write(folder.resolve("lists"));
        long began = System.nanoTime();
        var said = program.verb("import", "--network", "gross", lists.toString());
        System.out.printf(
                "import of 100,000 rows: %.1f s; %s%n",
                (System.nanoTime() - began) / 1e9,
                said.strip().lines().reduce((one, other) -> other).orElse(""));
        program.verb(
                "import",
                "--network",
                "gross",
                Lists.ties(folder.resolve("ties")).toString());
        Files.createFile(folder.resolve("data/gross"));
    }

    private static String link(String said) {
        var found = ADDRESS.matcher(said);
        if (!found.find()) throw new IllegalStateException(said);
        return found.group();
    }

    /// All of them, or those named by `-Dkinds=SORTED,TIES`.
    private static List<Pages.Kind> kinds() {
        var named = System.getProperty("kinds", "");
        return named.isEmpty()
                ? List.of(Pages.Kind.values())
                : java.util.Arrays.stream(named.split(","))
                        .map(Pages.Kind::valueOf)
                        .toList();
    }

    private static void measure(Program program, Crowd crowd) throws Exception {
        var list = crowd.first().get("/w/gross/organisations");
        var groups = choices(list, "group");
        var areas = choices(list, "area");
        var random = new Random(42);
        var cards = new java.util.ArrayList<String>();
        for (int page = 1; page <= 40; page++) {
            LINK.matcher(crowd.first().get("/w/gross/organisations?page=" + page * 9))
                    .results()
                    .map(it -> it.group(1))
                    .distinct()
                    .forEach(cards::add);
        }
        System.out.printf("%d cards, %d groups, %d areas%n", cards.size(), groups.size(), areas.size());
        var pages = new Pages(random, cards, groups, areas, TYPED);
        for (var kind : kinds()) {
            crowd.visit(() -> pages.next(kind), SECONDS, 300);
            for (int pause : new int[] {1_000, 200}) {
                var before = program.seconds();
                var seen = crowd.visit(() -> pages.next(kind), SECONDS, pause);
                System.out.printf(
                        "%-24s %s  CPU ms a request: %s%n",
                        kind.name().toLowerCase(java.util.Locale.ROOT) + " " + pause + " ms",
                        seen,
                        program.seconds().since(before, seen.count()));
            }
            System.out.printf("%-24s %s%n", "", program.memory());
        }
    }

    private static List<String> choices(String page, String filter) {
        return Pattern.compile("[?&;]" + filter + "=([0-9a-f-]{36})")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }
}
