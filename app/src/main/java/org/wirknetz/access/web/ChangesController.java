package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.ChangeId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Redirects;

/// Taking a change back: the office any; everybody else their own, as long as they still may change what it touched.
@Controller
class ChangesController {

    private final Changes changes;
    private final Map<String, TakingBack> rights;
    private final Redirects redirects;

    ChangesController(Changes changes, List<TakingBack> rights, Redirects redirects) {
        this.changes = changes;
        this.rights = rights.stream().collect(Collectors.toMap(TakingBack::schema, Function.identity()));
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/changes/{change}/undo")
    String undo(
            Visitor visitor,
            @PathVariable UUID change,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var known = changes.find(new ChangeId(change)).orElseThrow(NotFound::new);
        Forbidden.unless(visitor.isOffice()
                || (visitor.account().value().equals(known.account()) && stillMay(visitor, new ChangeId(change))));
        changes.undo(new ChangeId(change));
        return known.takesBack()
                ? redirects.done(request, within(visitor, back), "platform.undo.again")
                : redirects.takenBack(request, within(visitor, back), "platform.undo.done");
    }

    private boolean stillMay(Visitor visitor, ChangeId change) {
        var rows = changes.touched(change);
        // Nothing to be seen of it any more is not the same as nothing against it.
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> {
                    var right = rights.get(row.table().substring(0, row.table().indexOf('.')));
                    return right != null && right.mayTakeBack(visitor, row);
                });
    }

    /// Back to where the person was, but never out of this workspace.
    private static String within(Visitor visitor, String back) {
        return back.startsWith(visitor.base() + "/") && !back.contains("//") && !back.contains("\\")
                ? back
                : visitor.base();
    }
}
