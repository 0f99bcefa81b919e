package org.wirknetz.products.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.products.ProductEntry;
import org.wirknetz.products.ProductKind;

/// What somebody typed about a product, kept as typed.
public record ProductForm(
        int version,
        String name,
        String kind,
        String purpose,
        String rights,
        String outcome,
        @Nullable UUID owner) {

    static final ProductForm BLANK = new ProductForm(0, "", ProductKind.SERVICE.name(), "", "", "", null);

    static ProductForm of(Map<String, String> given) {
        var kind = given.getOrDefault("kind", "");
        return new ProductForm(
                given.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(given.get("version")) : 0,
                given.getOrDefault("name", "").strip(),
                kind.equals("PRODUCT") ? kind : "SERVICE",
                given.getOrDefault("purpose", "").strip(),
                given.getOrDefault("rights", "").strip(),
                given.getOrDefault("outcome", "").strip(),
                id(given.getOrDefault("owner", "")));
    }

    static ProductForm of(ProductPage.Card card) {
        return new ProductForm(
                card.version(),
                card.name(),
                card.kind(),
                orEmpty(card.purpose()),
                orEmpty(card.rights()),
                orEmpty(card.outcome()),
                null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(Desk desk, boolean withOwner) {
        var problems = new ArrayList<Problem>();
        if (name.isEmpty()) problems.add(new Problem("name", desk.say("products.name-missing")));
        tooLong(problems, desk, "name", name, 200);
        tooLong(problems, desk, "purpose", purpose, 4000);
        tooLong(problems, desk, "rights", rights, 4000);
        tooLong(problems, desk, "outcome", outcome, 200);
        if (withOwner && owner == null) problems.add(new Problem("owner", desk.say("products.owner-missing")));
        return List.copyOf(problems);
    }

    private static void tooLong(List<Problem> problems, Desk desk, String field, String text, int limit) {
        if (text.length() > limit) problems.add(new Problem(field, desk.say("products.too-long", limit)));
    }

    ProductEntry entry() {
        return new ProductEntry(name, ProductKind.valueOf(kind), purpose, rights, outcome);
    }

    static List<Choice> choose(List<Choice> choices, @Nullable UUID chosen) {
        return choices.stream()
                .map(it -> new Choice(
                        it.value(), it.label(), chosen != null && it.value().equals(chosen.toString())))
                .toList();
    }

    static @Nullable UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
