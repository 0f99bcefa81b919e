package org.wirknetz.networkcheck.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.SavedView;

/// The map page as it is before any script has run: a drawn picture, its legend, what is shown as a
/// form, and the same as tables. Where there is script, `network-map.js` makes the figure alive and
/// takes the place of form and tables.
///
/// @param pictures one, or two beside one another
/// @param data where the script gets the network
/// @param changes what is different since the day that is compared with; null where none is
/// @param way null where none is asked for
/// @param kept views under a name, and what may be done with this one
/// @param circles sub-networks and last bridges; null where they are not asked for
public record MapPage(
        LocalDate asOf,
        String sentence,
        List<Picture> pictures,
        List<ActorGroup> groups,
        boolean empty,
        String data,
        Asked asked,
        Tables tables,
        @Nullable Changes changes,
        @Nullable Way way,
        @Nullable Parts circles,
        Kept kept) {

    public String file(String name) {
        return MapFiles.address(name);
    }

    public boolean alive() {
        return pictures.size() == 1;
    }

    /// @param title the day; empty where there is one picture only
    public record Picture(String title, String label, MapDrawing drawing) {}

    /// @param query parameters of the map as it is shown
    public record Kept(List<SavedView> views, String query, boolean mayKeep, boolean mayFreeze) {
        public String encoded() {
            return URLEncoder.encode(query, StandardCharsets.UTF_8);
        }
    }

    /// What the form shows as chosen.
    ///
    /// @param kept parameters that the form does not ask for
    /// @param earlier the map a quarter before; null where nothing is known of then
    /// @param later the map a quarter later; null today
    public record Asked(
            List<Choice> kinds,
            List<Choice> said,
            List<Choice> form,
            List<Choice> confirmed,
            List<Choice> strength,
            boolean withoutCoordinator,
            boolean canLeaveOut,
            String asOf,
            String since,
            String today,
            boolean beside,
            boolean circles,
            List<Choice> centre,
            List<Choice> steps,
            List<Choice> to,
            @Nullable String earlier,
            @Nullable String later,
            String quarterAgo,
            String yearAgo,
            boolean narrows,
            String all) {}

    /// @param more how many lines are not shown
    public record Tables(
            List<Organisation> organisations,
            List<Tie> ties,
            int more,
            @Nullable String list) {}

    public record Organisation(
            String name, @Nullable String href, @Nullable ActorGroup group, int degree) {}

    /// @param days since when and until when; empty where nobody has said, or the reader may not know
    public record Tie(
            String from,
            String to,
            boolean mutual,
            String kind,
            String strength,
            String source,
            String confirmed,
            String days,
            @Nullable String href) {}

    /// Days are written out; empty where nobody has written one.
    public record Changes(String sentence, List<Pair> came, List<Pair> gone, List<Link> joined, List<Link> left) {
        public boolean none() {
            return came.isEmpty() && gone.isEmpty() && joined.isEmpty() && left.isEmpty();
        }
    }

    public record Pair(String one, String other, String kinds, String on, String href) {}

    /// Ways by which one could be introduced; each is the organisations one after the other.
    ///
    /// @param people who of two neighbours on the first way sit in one group
    public record Way(String title, String sentence, List<List<Link>> ways, List<String> people) {}

    public record Parts(String sentence, List<Map.Entry<String, List<Link>>> groups, List<Link> bridges) {}
}
