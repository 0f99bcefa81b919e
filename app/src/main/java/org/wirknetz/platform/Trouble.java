package org.wirknetz.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What can be told of a fault without telling about anybody: kinds and places, never messages, since these
/// like to quote the address or the name they stumbled over.
public final class Trouble {

    private static final int DEEPEST = 5;

    private Trouble() {}

    /// `IllegalArgumentException at Mails.send:61`, and from what it came, if from anything.
    public static String told(Throwable fault) {
        var told = new ArrayList<String>();
        for (Throwable it = fault; it != null && told.size() < DEEPEST; it = it.getCause()) told.add(one(it));
        return told.stream().distinct().collect(Collectors.joining(", from "));
    }

    private static String one(Throwable fault) {
        var kind = fault.getClass().getSimpleName();
        return Arrays.stream(fault.getStackTrace())
                .filter(it -> it.getClassName().startsWith("org.wirknetz."))
                .filter(it -> it.getLineNumber() > 0)
                .findFirst()
                .map(it -> kind + " at "
                        + it.getClassName().substring(it.getClassName().lastIndexOf('.') + 1) + "."
                        + it.getMethodName() + ":" + it.getLineNumber())
                .orElse(kind);
    }
}
