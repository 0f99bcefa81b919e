package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import org.wirknetz.platform.web.Choice;

/// What to do: at most three steps, and the introductions that would help most.
///
/// @param aims what the introductions may be for
/// @param bound whether another choice could bring more; empty where there is none
/// @param reach what the introductions would change, or why there are none
/// @param chosen an introduction somebody has tried and wants to make real
/// @param tryAll where all introductions can be tried together; empty where there are none
public record StepsPage(
        String sentence,
        List<Step> chosen,
        List<Step> steps,
        List<Step> introductions,
        String tryAll,
        List<Choice> aims,
        String reach,
        String bound,
        List<String> how) {

    /// @param title what to do
    /// @param reasons why, one sentence each
    public record Step(String title, List<String> reasons, List<Action> actions) {}

    /// One click.
    ///
    /// @param path where it leads, or where it is sent
    /// @param fields what is sent; empty for a plain link
    public record Action(String text, String path, Map<String, String> fields, boolean first) {
        static Action link(String text, String path) {
            return new Action(text, path, Map.of(), false);
        }
    }
}
