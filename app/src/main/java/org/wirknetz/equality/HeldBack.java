package org.wirknetz.equality;

import org.wirknetz.analysis.disclosure.Protected;
import org.wirknetz.platform.Refused;

/// The newest numbers of bodies that may be published, with old ones in the place of those that may not follow.
///
/// Each line may follow for itself, and all together still differ from a former publication by too few. Then
/// the line that has moved least stays as it was, and the next, until the rest may follow. Where all stay, it
/// is the former publication once more, which tells nothing new.
///
/// @param whole protected
record HeldBack(Sheet sheet, Protected whole) {

    /// @throws Refused `equality.too-similar`, `equality.cannot-protect`, `equality.too-much`
    static HeldBack of(Sheet wanted, Tally tally, Series series) {
        var beside = Shield.beside(wanted, series);
        var left = wanted.fresh(series).iterator();
        var refused = "equality.too-similar";
        for (var sheet = wanted; ; sheet = sheet.held(left.next(), series)) {
            // What a reader has already is not protected by anything.
            if (sheet.repeats(series) && !beside.gaveUp())
                return new HeldBack(sheet, new Shield(sheet, tally, series).asBefore());
            if (sheet.totalsMayFollow(series)) {
                var whole = new Shield(sheet, tally, series).people(beside);
                if (whole.isPresent()) return new HeldBack(sheet, whole.get());
                refused = "equality.cannot-protect";
            }
            if (!left.hasNext()) throw new Refused(beside.gaveUp() ? "equality.too-much" : refused);
        }
    }
}
