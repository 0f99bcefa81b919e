package org.wirknetz.networkcheck.check;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// The report as one HTML file that needs nothing else: no script, no font, no picture from anywhere.
final class HtmlReport {
    private HtmlReport() {}

    static String of(Report report) {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        var page = new StringOutput();
        engine.render("org/wirknetz/networkcheck/check/report.jte", report, page);
        return page.toString();
    }
}
