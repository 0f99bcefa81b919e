package org.wirknetz.platform.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirknetz.platform.tables.MandateRow.Level;

/// The closed words of the tables in both languages: yes and no, levels, kinds of tie, sizes of effort.
final class Vocabulary {
    private static final List<String> YES =
            List.of("ja", "j", "yes", "y", "true", "wahr", "1", "x", "✓", "✔", "vorhanden");
    private static final List<String> NO = List.of("nein", "n", "no", "false", "falsch", "0", "", "-", "–", "—");
    private static final List<String> NOTHING = List.of(
            "",
            "-",
            "–",
            "—",
            "k.a.",
            "k. a.",
            "n/a",
            "n. a.",
            "?",
            "offen",
            "unbefristet",
            "laufend",
            "heute",
            "open",
            "ongoing");
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("leitung", Level.LEADERSHIP),
            Map.entry("leitungsebene", Level.LEADERSHIP),
            Map.entry("leitend", Level.LEADERSHIP),
            Map.entry("fuhrung", Level.LEADERSHIP),
            Map.entry("fuhrungsebene", Level.LEADERSHIP),
            Map.entry("geschaftsfuhrung", Level.LEADERSHIP),
            Map.entry("gf", Level.LEADERSHIP),
            Map.entry("leadership", Level.LEADERSHIP),
            Map.entry("lead", Level.LEADERSHIP),
            Map.entry("operativ", Level.OPERATIONAL),
            Map.entry("operativeebene", Level.OPERATIONAL),
            Map.entry("operational", Level.OPERATIONAL),
            Map.entry("operative", Level.OPERATIONAL),
            Map.entry("fachebene", Level.OPERATIONAL),
            Map.entry("arbeitsebene", Level.OPERATIONAL),
            Map.entry("sachbearbeitung", Level.OPERATIONAL),
            Map.entry("verwaltung", Level.ADMINISTRATION),
            Map.entry("administration", Level.ADMINISTRATION),
            Map.entry("administrative", Level.ADMINISTRATION),
            Map.entry("admin", Level.ADMINISTRATION));
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("info", "INFO"),
            Map.entry("information", "INFO"),
            Map.entry("austausch", "INFO"),
            Map.entry("exchange", "INFO"),
            Map.entry("informationsaustausch", "INFO"),
            Map.entry("referral", "REFERRAL"),
            Map.entry("verweis", "REFERRAL"),
            Map.entry("vermittlung", "REFERRAL"),
            Map.entry("verweisundvermittlung", "REFERRAL"),
            Map.entry("jointproduct", "JOINT_PRODUCT"),
            Map.entry("jointoffer", "JOINT_PRODUCT"),
            Map.entry("gemeinsamesprodukt", "JOINT_PRODUCT"),
            Map.entry("gemeinsamesangebot", "JOINT_PRODUCT"),
            Map.entry("funding", "FUNDING"),
            Map.entry("forderung", "FUNDING"),
            Map.entry("finanzierung", "FUNDING"),
            Map.entry("agreement", "AGREEMENT"),
            Map.entry("vereinbarung", "AGREEMENT"),
            Map.entry("kooperationsvereinbarung", "AGREEMENT"),
            Map.entry("favour", "FAVOUR"),
            Map.entry("favor", "FAVOUR"),
            Map.entry("hilfe", "FAVOUR"),
            Map.entry("gefalligkeit", "FAVOUR"));
    private static final Map<String, Integer> EFFORTS = Map.ofEntries(
            Map.entry("small", 1),
            Map.entry("klein", 1),
            Map.entry("gering", 1),
            Map.entry("low", 1),
            Map.entry("s", 1),
            Map.entry("medium", 3),
            Map.entry("mittel", 3),
            Map.entry("m", 3),
            Map.entry("large", 5),
            Map.entry("gross", 5),
            Map.entry("hoch", 5),
            Map.entry("high", 5),
            Map.entry("l", 5));

    private static final Map<String, MemberStatus> STATUSES = Map.ofEntries(
            Map.entry("aktiv", MemberStatus.ACTIVE),
            Map.entry("aktivesmitglied", MemberStatus.ACTIVE),
            Map.entry("beigetreten", MemberStatus.ACTIVE),
            Map.entry("mitglied", MemberStatus.ACTIVE),
            Map.entry("vollmitglied", MemberStatus.ACTIVE),
            Map.entry("active", MemberStatus.ACTIVE),
            Map.entry("activemember", MemberStatus.ACTIVE),
            Map.entry("member", MemberStatus.ACTIVE),
            Map.entry("joined", MemberStatus.ACTIVE),
            Map.entry("ruhend", MemberStatus.DORMANT),
            Map.entry("ruht", MemberStatus.DORMANT),
            Map.entry("passiv", MemberStatus.DORMANT),
            Map.entry("pausiert", MemberStatus.DORMANT),
            Map.entry("ruhendesmitglied", MemberStatus.DORMANT),
            Map.entry("dormant", MemberStatus.DORMANT),
            Map.entry("paused", MemberStatus.DORMANT),
            Map.entry("suspended", MemberStatus.DORMANT),
            Map.entry("ausgetreten", MemberStatus.LEFT),
            Map.entry("ausgeschieden", MemberStatus.LEFT),
            Map.entry("ehemalig", MemberStatus.LEFT),
            Map.entry("ehemaligesmitglied", MemberStatus.LEFT),
            Map.entry("left", MemberStatus.LEFT),
            Map.entry("former", MemberStatus.LEFT),
            Map.entry("formermember", MemberStatus.LEFT),
            Map.entry("resigned", MemberStatus.LEFT),
            Map.entry("abgelehnt", MemberStatus.DECLINED),
            Map.entry("abgesagt", MemberStatus.DECLINED),
            Map.entry("declined", MemberStatus.DECLINED),
            Map.entry("refused", MemberStatus.DECLINED),
            Map.entry("angefragt", MemberStatus.ASKED),
            Map.entry("eingeladen", MemberStatus.ASKED),
            Map.entry("asked", MemberStatus.ASKED),
            Map.entry("invited", MemberStatus.ASKED),
            Map.entry("gast", MemberStatus.GUEST),
            Map.entry("gastmitglied", MemberStatus.GUEST),
            Map.entry("guest", MemberStatus.GUEST));

    private static final List<String> ATTENDANCE =
            List.of("teilnahm", "teilnehm", "teilgenommen", "anwesen", "attend", "participa");

    private Vocabulary() {}

    static boolean isAttendance(String text) {
        var word = Folded.word(text);
        return ATTENDANCE.stream().anyMatch(word::startsWith);
    }

    static Optional<Boolean> yes(String text) {
        var word = text.strip().toLowerCase(java.util.Locale.ROOT);
        if (YES.contains(word)) return Optional.of(true);
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /// A person's way of writing that a date or number is not known or not set.
    static boolean nothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    static Optional<Level> level(String text) {
        return Optional.ofNullable(LEVELS.get(Folded.word(text)));
    }

    static Optional<MemberStatus> status(String text) {
        return Optional.ofNullable(STATUSES.get(Folded.heading(text)));
    }

    /// One of the six kinds of the contract, or the network's own word as it stands.
    static String kind(String text) {
        return KINDS.getOrDefault(Folded.word(text), text);
    }

    static Optional<Integer> effort(String text) {
        return Optional.ofNullable(EFFORTS.get(Folded.word(text)));
    }
}
