package org.wirknetz.products.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of a product as somebody typed them.
public record SheetForm(
        int version,
        String unit,
        String price,
        String variableCost,
        String fixedCost,
        String demandLow,
        String demandHigh,
        String demandSource) {

    static SheetForm of(Map<String, String> given) {
        var version = given.getOrDefault("version", "");
        return new SheetForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                given.getOrDefault("unit", ""),
                given.getOrDefault("price", ""),
                given.getOrDefault("variable", ""),
                given.getOrDefault("fixed", ""),
                given.getOrDefault("low", ""),
                given.getOrDefault("high", ""),
                given.getOrDefault("source", ""));
    }

    static SheetForm of(ProductPage page, Locale locale) {
        var sheet = page.sheet();
        return new SheetForm(
                page.sheetVersion(),
                text(sheet.unit()),
                money(sheet.price(), locale),
                money(sheet.variableCost(), locale),
                money(sheet.fixedCost(), locale),
                text(sheet.demandLow()),
                text(sheet.demandHigh()),
                text(sheet.demandSource()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String money(@Nullable BigDecimal amount, Locale locale) {
        if (amount == null) return "";
        var plain = amount.toPlainString();
        return locale.equals(Locale.GERMAN) ? plain.replace('.', ',') : plain;
    }
}
