package org.wirknetz.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Words;

/// The living style guide: whole pages made of every fragment with our cast, to look at and to examine.
final class StyleGuide {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String WEB = "org/wirknetz/platform/web/";
    private static final List<Partner> PARTNERS = List.of(
            new Partner("Agentur für Arbeit Lindenfurt", "Arbeitsverwaltung", 1, "Ruth Hagedorn", "aktiv", 12),
            new Partner("Bildungszentrum Kupfertal gGmbH", "Bildungsträger", 2, "Ines Brandt", "aktiv", 9),
            new Partner("Caritasverband Lindenfurt e. V.", "Wohlfahrt", 6, "Thomas Eggers", "ruhend", 1),
            new Partner("DGB Region Kupferland", "Sozialpartner", 7, "Uwe Jansen", "aktiv", 2),
            new Partner("Handwerkskammer Lindenfurt", "Kammer", 3, "Dr. Petra Vogel", "aktiv", 11),
            new Partner("Jobcenter Kupferland", "Arbeitsverwaltung", 1, "Nadja Petrova", "aktiv", 8),
            new Partner("Lernzentrum Ostkreis", "Bildungsträger", 2, "", "angefragt", 0),
            new Partner("Metallbau Yıldız GmbH", "Betrieb", 4, "Emre Yıldız", "aktiv", 4),
            new Partner("Migrationsberatung Brückenbau", "Beratung", 8, "Samira Haddad", "aktiv", 5),
            new Partner("Stadt Lindenfurt, Wirtschaftsförderung", "Kommune", 5, "Karin Stolz", "aktiv", 6),
            new Partner("Volkshochschule Lindenfurt", "Bildungsträger", 2, "Claudia Reuter", "aktiv", 10));

    private record Partner(String name, String group, int number, String person, String status, int ties) {}

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frame frame;
    private final Frame outside;

    StyleGuide(Locale locale, String theme) {
        var network = new NetworkSign("lindenfurt", "Fachkräftenetz Lindenfurt", true);
        var person = new SignedIn(
                "Aylin Demir",
                "access.role.OFFICE",
                false,
                List.of(network, new NetworkSign("wiesgrund", "Gesundheitsnetz Wiesgrund", true)));
        var rooms = List.of(
                new Room("today", 10, "/w/lindenfurt", 4, false),
                new Room("partners", 20, "/w/lindenfurt/organisations", 0, true),
                new Room("cooperation", 30, "/w/lindenfurt/ties", 0, false),
                new Room("networkcheck", 70, "/w/lindenfurt/check", 0, false),
                new Room("administration", 110, "/w/lindenfurt/members", 0, false));
        frame = frame(locale, theme, person, network, rooms, new Flash("Mandat von Jonas Weber beendet.", "4711"));
        outside = frame(locale, theme, null, null, List.of(), null);
    }

    private static Frame frame(
            Locale locale,
            String theme,
            @Nullable SignedIn person,
            @Nullable NetworkSign network,
            List<Room> rooms,
            @Nullable Flash flash) {
        return new Frame(
                new Words(),
                locale,
                TODAY,
                "/w/lindenfurt/organisations?sort=name",
                theme,
                "Handwerkskammer Lindenfurt",
                "token",
                "_csrf",
                "X-CSRF-TOKEN",
                person,
                network,
                rooms,
                List.of(),
                List.of(new Crumb("Partner", "/w/lindenfurt/organisations"), new Crumb("Handwerkskammer", "")),
                flash,
                new Assets(),
                () -> "mark");
    }

    Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", page(Map.of("content", list(), "wide", true)));
        pages.put("detail", page(Map.of("content", detail(), "side", side(), "asOf", TODAY.minusYears(1))));
        pages.put("check", page(Map.of("content", check())));
        pages.put("form", page(Map.of("content", form())));
        pages.put("today", page(Map.of("content", today())));
        pages.put("sign-in", render("public", outside, Map.of("content", signIn(), "drawing", true)));
        pages.put("error", render("error", frame, Map.of("error", new ErrorPage(503, "", "4f1c09aa"))));
        pages.put("error-outside", render("error", outside, Map.of("error", new ErrorPage(404, "", "4f1c09aa"))));
        return pages;
    }

    private String page(Map<String, Object> parameters) {
        return render("layout", frame, parameters);
    }

    private Content list() {
        var sorting = new Sorting("name", "/w/lindenfurt/organisations?sort=name");
        var options = List.of(new Filter.Option("Bildungsträger", "?group=2", true));
        var headings = part("heading", Map.of("sorting", sorting, "column", "name", "label", "Name"))
                + part("heading", Map.of("sorting", sorting, "column", "group", "label", "Akteursgruppe"))
                + "<th scope=\"col\">Ansprechperson</th>"
                + part("heading", Map.of("sorting", sorting, "column", "status", "label", "Stand"))
                + part("heading", Map.of("sorting", sorting, "column", "ties", "label", "Beziehungen", "number", true));
        var rows = PARTNERS.stream().map(this::row).collect(Collectors.joining());
        return html("""
                <header class="page-head"><div class="buttons"><a class="button" href="#">Liste einlesen</a>\
                <a class="button primary" href="#">Partner aufnehmen</a></div><h1>Partner <span class="count">41</span></h1>
                <p class="lead">Sieben von neun Rollen sind besetzt; es fehlen Kreditwirtschaft und Landesministerium.</p></header>
                <div class="toolbar"><input type="search" aria-label="In dieser Liste suchen" placeholder="In dieser Liste suchen"><div class="end">"""
                + part("columns", Map.of("columns", List.of(new Choice("area", "Gebiet", true))))
                + "<a class=\"button\" href=\"#\">Diese Liste ausgeben</a></div></div>"
                + part(
                        "filters",
                        Map.of(
                                "filters",
                                List.of(
                                        new Filter("", "Aktive", true, options, "?"),
                                        new Filter("", "Bildungsträger", true, options, "?"),
                                        new Filter("in", "Kupferland", true, options, "?"),
                                        new Filter("", "mit Ansprechperson …", false, options, null))))
                + "<form method=\"post\"><div class=\"sheet two-lines\"><table><thead><tr>"
                + part("select-all", Map.of())
                + headings
                + "</tr></thead><tbody>"
                + rows
                + "</tbody></table></div>"
                + part("selection", Map.of("content", html("<button>Akteursgruppe setzen</button>")))
                + "</form>"
                + part("pager", Map.of("paging", new Paging(3, 20, 241, "/w/lindenfurt/organisations"))));
    }

    private String row(Partner partner) {
        var kind = Map.of("aktiv", "good", "ruhend", "notice").getOrDefault(partner.status(), "plain");
        return "<tr>"
                + part("select-row", Map.of("value", partner.name(), "name", partner.name()))
                + "<th scope=\"row\"><a href=\"#\">" + partner.name() + "</a></th><td>"
                + bare("group", Map.of("number", partner.number(), "label", partner.group())) + "</td>"
                + part("cell", Map.of("value", partner.person(), "edit", "#", "label", "Ansprechperson"))
                + "<td class=\"aside\">" + bare("badge", Map.of("label", partner.status(), "kind", kind)) + "</td>"
                + "<td class=\"number detail\">" + partner.ties() + "</td></tr>";
    }

    private Content detail() {
        var facts = """
                <dl class="facts"><dt>Anschrift</dt><dd>Zunftstraße 12, 34999 Lindenfurt</dd><dt>Telefon</dt><dd>06555 123-0</dd>
                <dt>E-Mail</dt><dd><a href="#">info@hwk-lindenfurt.example</a></dd><dt>Früherer Name</dt><dd>Handwerkskammer Kupferland (bis 2019)</dd></dl>""";
        var mandates = """
                <div class="sheet two-lines"><table><thead><tr><th scope="col">Name</th><th scope="col">Funktion</th><th scope="col">Ebene</th><th scope="col">seit</th></tr></thead>
                <tbody><tr><th scope="row"><a href="#">Dr. Petra Vogel</a></th><td>Hauptgeschäftsführerin</td><td>Leitung</td><td class="detail">01.03.2020</td></tr>
                <tr><th scope="row"><a href="#">Jonas Weber</a></th><td>Leitung Arbeitsgruppe</td><td>operativ</td><td class="detail">15.08.2023</td></tr></tbody></table></div>""";
        return html("""
                <header class="page-head"><div class="buttons"><a class="button" href="#">Bearbeiten</a><a class="button primary" href="#">Kontakt festhalten</a></div>
                <h1>Handwerkskammer Lindenfurt</h1><p class="lead">Kammer, aktives Mitglied seit 3. Februar 2022; zwei Menschen mit Mandat, elf Verbindungen, die Vereinbarung endet in 69 Tagen.</p></header>"""
                + bare("section", Map.of("title", "Stammdaten", "content", html(facts)))
                + bare("section", Map.of("title", "Menschen und Mandate", "count", 2, "content", html(mandates)))
                + bare(
                        "section",
                        Map.of("title", "Vereinbarungen", "count", 2, "open", false, "content", html("<p>–</p>"))));
    }

    private Content side() {
        var names = Stream.of("VHS", "Agentur für Arbeit", "Metallbau Yıldız", "AWO", "Jobcenter", "DGB", "Stadt");
        var neighbours = names.map(name ->
                        new EgoPicture.One(name, Math.floorMod(name.length(), 8) + 1, "#", name.length() % 2 == 0))
                .toList();
        var ego = new EgoPicture(
                new EgoPicture.One("HWK", 3, null, true), neighbours, List.of(new EgoPicture.Pair(1, 2)));
        return html("<section><h2>Netz um dieses Haus</h2>"
                + bare("ego", Map.of("picture", ego, "caption", "Sieben von elf Verbindungen; dick: zuletzt belegt."))
                + "</section><section><h2>Verlauf</h2>"
                + part(
                        "timeline",
                        Map.of(
                                "moments",
                                List.of(
                                        new Moment(TODAY.plusDays(2), "Steuerungskreis", "#", true),
                                        new Moment(TODAY.minusDays(7), "Jonas Weber war in der AG.", null, false),
                                        new Moment(TODAY.minusYears(4), "Beitritt zum Netzwerk.", null, false))))
                + "</section>");
    }

    private Content check() {
        var why = html("<p>Regel F7: eine einzige Verbindung zwischen zwei Teilnetzen.</p>");
        return html(
                "<header class=\"page-head\"><h1>Netzwerk-Check</h1><p class=\"lead\">Das Netzwerk ist verbunden, hängt aber an zwei Stellen an einem einzigen Menschen.</p></header>"
                        + part(
                                "measure",
                                Map.of(
                                        "id",
                                        "completeness",
                                        "title",
                                        "Vollständigkeit",
                                        "sentence",
                                        "Sieben von neun Rollen, die ein Fachkräftenetz braucht, sind besetzt.",
                                        "value",
                                        "7 von 9",
                                        "level",
                                        2,
                                        "beneath",
                                        "vor einem Jahr: 5 von 9",
                                        "history",
                                        new Sparkline(List.of(4.0, 5.0, 5.0, 6.0, 7.0)),
                                        "how",
                                        html("<p>Summe der Gewichte besetzter Rollen durch die Summe aller.</p>"),
                                        "next",
                                        html("<p><a href=\"#\">Gespräch mit der Sparkasse vorbereiten</a></p>")))
                        + "<section><h2>Gesprächsanlässe</h2><ul class=\"signals\">"
                        + part(
                                "signal",
                                Map.of(
                                        "sentence",
                                        "Zwischen „Bildungsallianz Kupfer“ und dem übrigen Netz besteht nur noch eine Verbindung.",
                                        "action",
                                        html("<a class=\"button\" href=\"#\">Zwei Vorstellungen vorschlagen</a>"),
                                        "why",
                                        why))
                        + "</ul></section>"
                        + part("note", Map.of("kind", "good", "content", html("<p>60 Zeilen eingelesen.</p>")))
                        + part(
                                "progress",
                                Map.of(
                                        "sentence", "Die Liste wird eingelesen.",
                                        "done", 1200L,
                                        "whole", 5000L,
                                        "poll", "/poll",
                                        "cancel", "#"))
                        + part("copy", Map.of("id", "link", "value", "https://netz.example/invitations/4f1c"))
                        + part(
                                "empty",
                                Map.of(
                                        "title", "Noch keine Verbindung festgehalten",
                                        "why", "Hier steht bald, wer mit wem arbeitet und woran man das sieht.",
                                        "next",
                                                html(
                                                        "<a class=\"button primary\" href=\"#\">Verbindung festhalten</a>"),
                                        "example", "Handwerkskammer und Volkshochschule bieten gemeinsam Kurse an.")));
    }

    private Content form() {
        var missing = "Bitte tragen Sie den Namen ein.";
        var groups = List.of(new Choice("3", "Kammer", true), new Choice("2", "Bildungsträger", false));
        var seen = List.of(
                new Choice("network", "das Netzwerk", true),
                new Choice("office", "die Koordinierungsstelle", false, "Partner sehen diese Angabe nicht."));
        return html(
                "<header class=\"page-head\"><h1>Partner aufnehmen</h1><p class=\"lead\">Nach dem Speichern sehen alle Mitglieder Name, Gruppe und Gebiet.</p></header><form class=\"form\" method=\"post\">"
                        + part("problems", Map.of("problems", List.of(new Problem("name", missing))))
                        + part("field", Map.of("name", "name", "label", "Name", "error", missing))
                        + part("select", Map.of("name", "group", "label", "Akteursgruppe", "choices", groups))
                        + part(
                                "field",
                                Map.of(
                                        "name",
                                        "city",
                                        "label",
                                        "Ort",
                                        "size",
                                        "medium",
                                        "options",
                                        List.of("Lindenfurt", "Kupferland")))
                        + part(
                                "field",
                                Map.of("name", "since", "label", "Mitglied seit", "type", "date", "optional", true))
                        + part(
                                "choices",
                                Map.of(
                                        "name",
                                        "seen",
                                        "label",
                                        "Sichtbar für",
                                        "choices",
                                        seen,
                                        "help",
                                        "Sie können das jederzeit ändern."))
                        + part("tick", Map.of("name", "host", "label", "Diese Organisation trägt das Netzwerk"))
                        + part("area", Map.of("name", "remark", "label", "Bemerkung", "optional", true))
                        + "<div class=\"buttons\"><button class=\"primary\">Partner aufnehmen</button><a class=\"button plain\" href=\"#\">Abbrechen</a></div></form>");
    }

    private Content today() {
        var why = html("<p>Die Vereinbarung endet am 31.01.2027; die Frist zur Verlängerung beträgt 60 Tage.</p>");
        return html(
                "<header class=\"page-head\"><h1>Guten Morgen, Frau Demir</h1><p class=\"lead\">Zwei Dinge brauchen Sie heute.</p></header><ol class=\"letter\"><li><p>Die Vereinbarung mit der Handwerkskammer endet in 69 Tagen.</p><a class=\"button primary\" href=\"#\">Entwurf öffnen</a>"
                        + bare("more", Map.of("title", "Warum sehe ich das?", "content", why))
                        + "</li><li><p>Fünf Partner haben seit 90 Tagen nichts gehört.</p><a class=\"button\" href=\"#\">Anrufliste öffnen</a></li></ol>");
    }

    private Content signIn() {
        return html(
                "<div><h1>Anmelden</h1></div><form class=\"form\" method=\"post\">"
                        + part("field", Map.of("name", "email", "label", "E-Mail-Adresse", "type", "email"))
                        + part("field", Map.of("name", "password", "label", "Passwort", "type", "password"))
                        + "<div class=\"buttons\"><button class=\"primary\">Anmelden</button></div></form><p class=\"or\">oder</p><div class=\"buttons\"><a class=\"button\" href=\"#\">Link per E-Mail</a><a class=\"button\" href=\"#\">Passkey verwenden</a></div>");
    }

    private String part(String fragment, Map<String, Object> parameters) {
        return render(fragment, frame, parameters);
    }

    private String bare(String fragment, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(WEB + fragment + ".jte", parameters, output);
        return output.toString();
    }

    private String render(String template, Frame frame, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("frame", frame);
        return bare(template, all);
    }

    private static Content html(String written) {
        return output -> output.writeContent(written);
    }
}
