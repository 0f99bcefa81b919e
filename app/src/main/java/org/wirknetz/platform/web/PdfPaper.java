package org.wirknetz.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// A paper as PDF/UA-1 and PDF/A-3u. The same paper gives the same bytes.
public final class PdfPaper {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private PdfPaper() {}

    public static byte[] of(Paper paper) {
        var page = new StringOutput();
        ENGINE.render("org/wirknetz/platform/web/paper.jte", paper, page);
        return AccessiblePdf.of(page.toString(), paper.day());
    }
}
