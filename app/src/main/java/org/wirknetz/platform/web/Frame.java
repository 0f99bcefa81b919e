package org.wirknetz.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.platform.Words;

/// What every template may ask: words, who is here, where one is, what may be opened. Handed to each page as `frame`.
public final class Frame {

    private final Words words;
    private final Locale locale;
    private final LocalDate today;
    private final String path;
    private final String theme;
    private final String title;
    private final String csrfToken;
    private final String csrfParameter;
    private final String csrfHeader;
    private final @Nullable SignedIn signedIn;
    private final @Nullable NetworkSign network;
    private final List<Room> rooms;
    private final List<RoomPage> pages;
    private final List<Crumb> crumbs;
    private final @Nullable Flash flash;
    private final Assets assets;
    private final Supplier<String> formMarks;

    Frame(
            Words words,
            Locale locale,
            LocalDate today,
            String path,
            String theme,
            String title,
            String csrfToken,
            String csrfParameter,
            String csrfHeader,
            @Nullable SignedIn signedIn,
            @Nullable NetworkSign network,
            List<Room> rooms,
            List<RoomPage> pages,
            List<Crumb> crumbs,
            @Nullable Flash flash,
            Assets assets,
            Supplier<String> formMarks) {
        this.words = words;
        this.locale = locale;
        this.today = today;
        this.path = path;
        this.theme = theme;
        this.title = title;
        this.csrfToken = csrfToken;
        this.csrfParameter = csrfParameter;
        this.csrfHeader = csrfHeader;
        this.signedIn = signedIn;
        this.network = network;
        this.rooms = List.copyOf(rooms);
        this.pages = List.copyOf(pages);
        this.crumbs = List.copyOf(crumbs);
        this.flash = flash;
        this.assets = assets;
        this.formMarks = formMarks;
    }

    public String say(String key, Object... values) {
        return words.say(locale, key, values);
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    public LocalDate today() {
        return today;
    }

    /// 23.11.2026 in German, 23 Nov 2026 in English.
    public String date(@Nullable LocalDate date) {
        if (date == null) return "";
        var pattern = locale.equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        return date.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    /// 1.234,50 in German, 1,234.50 in English; whole numbers without decimals.
    public String decimal(java.math.BigDecimal number) {
        var format = java.text.NumberFormat.getNumberInstance(locale);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(2);
        return format.format(number).replace('-', '−');
    }

    /// 1.234,50 € in German, €1,234.50 in English.
    public String euro(java.math.BigDecimal amount) {
        var format =
                java.text.NumberFormat.getCurrencyInstance(locale.equals(Locale.GERMAN) ? Locale.GERMANY : Locale.UK);
        format.setCurrency(java.util.Currency.getInstance("EUR"));
        return format.format(amount).replace('-', '−');
    }

    /// The path of this page with its query, to come back to it.
    public String path() {
        return path;
    }

    /// `light`, `dark` or `auto`.
    public String theme() {
        return theme;
    }

    /// This page in the other language.
    public String otherLanguage() {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam("lang", say("layout.language.code"))
                .build()
                .toUriString();
    }

    /// The version of the running program; empty while it is being built.
    public String version() {
        var version = Frame.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    public String title() {
        return title;
    }

    public String csrfToken() {
        return csrfToken;
    }

    public String csrfParameter() {
        return csrfParameter;
    }

    public String csrfHeader() {
        return csrfHeader;
    }

    /// A random word for one form, another at each call: a form takes effect once.
    public String formMark() {
        return formMarks.get();
    }

    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(signedIn);
    }

    public Optional<NetworkSign> network() {
        return Optional.ofNullable(network);
    }

    /// The path of the network's workspace, such as `/w/lindenfurt`; empty outside any.
    public String base() {
        return network == null ? "" : network.base();
    }

    public List<Room> rooms() {
        return rooms;
    }

    /// The key of the room one is in; empty outside any.
    public String room() {
        return rooms.stream().filter(Room::current).map(Room::key).findFirst().orElse("");
    }

    /// The pages of one room that this person may open.
    public List<RoomPage> pages(String room) {
        return pages.stream().filter(page -> page.room().equals(room)).toList();
    }

    public List<Crumb> crumbs() {
        return crumbs;
    }

    public Optional<Flash> flash() {
        return Optional.ofNullable(flash);
    }

    /// The address of a static file, with its content's hash so that browsers may keep it for a year.
    public String asset(String file) {
        return assets.address(file);
    }
}
