package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.ChangeId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Redirects;

/// Taking a change back: everybody their own, the office any.
@Controller
class ChangesController {

    private final Changes changes;
    private final Redirects redirects;

    ChangesController(Changes changes, Redirects redirects) {
        this.changes = changes;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/changes/{change}/undo")
    String undo(
            Visitor visitor,
            @PathVariable UUID change,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var known = changes.find(new ChangeId(change)).orElseThrow(NotFound::new);
        Forbidden.unless(visitor.isOffice() || visitor.account().value().equals(known.account()));
        changes.undo(new ChangeId(change));
        return redirects.done(request, within(visitor, back), "platform.undo.done");
    }

    /// Back to where the person was, but never out of this workspace.
    private static String within(Visitor visitor, String back) {
        return back.startsWith(visitor.base() + "/") && !back.contains("//") && !back.contains("\\")
                ? back
                : visitor.base();
    }
}
