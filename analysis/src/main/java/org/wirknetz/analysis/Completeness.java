package org.wirknetz.analysis;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// How much of the constellation that the network wants is there (M1): `C = Σ w min(1, present / required) / Σ
/// w`. A surplus in one role does not make up for a gap in another. Undefined without targets or weight.
///
/// Cost O(targets). Source: Boos-Nünning’s relative completeness; the network draws up its targets itself.
public record Completeness(List<Target> targets) {

    /// One role of the target constellation.
    public record Target(String role, double weight, int required, int present) {
        public Target {
            Amount.checked("The weight of " + role, weight);
            if (required < 1)
                throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number required of " + role, required, 1);
            if (present < 0)
                throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number present of " + role, present, 0);
        }

        public boolean met() {
            return present >= required;
        }
    }

    public Completeness {
        targets = List.copyOf(targets);
    }

    public static Completeness of(List<Target> targets) {
        return new Completeness(targets);
    }

    /// Who is there for a role and yet does not count: a member whose umbrella is there for the same role counts
    /// with it, once. Umbrellas that are not there represent nobody; of several that represent one another the
    /// first counts.
    ///
    /// @param umbrellas who is there, in a lasting order, each with those that represent it
    public static <K> Set<K> represented(Map<K, ? extends Collection<K>> umbrellas) {
        var earlier = new HashSet<K>();
        var represented = new LinkedHashSet<K>();
        umbrellas.forEach((one, above) -> {
            for (var umbrella : reached(one, umbrellas)) {
                if (!earlier.contains(umbrella) && reached(umbrella, umbrellas).contains(one)) continue;
                represented.add(one);
                break;
            }
            earlier.add(one);
        });
        return represented;
    }

    private static <K> Set<K> reached(K from, Map<K, ? extends Collection<K>> umbrellas) {
        var reached = new LinkedHashSet<K>();
        var next = new ArrayDeque<K>(List.of(from));
        while (!next.isEmpty()) {
            var above = umbrellas.get(next.remove());
            if (above == null) continue;
            for (var umbrella : above) {
                if (!umbrella.equals(from) && umbrellas.containsKey(umbrella) && reached.add(umbrella))
                    next.add(umbrella);
            }
        }
        return reached;
    }

    /// Σ w min(1, present / required)
    public double achieved() {
        return targets.stream()
                .mapToDouble(target -> target.weight() * Math.min(1, (double) target.present() / target.required()))
                .sum();
    }

    /// Σ w
    public double wanted() {
        return targets.stream().mapToDouble(Target::weight).sum();
    }

    public OptionalDouble share() {
        return Share.of(achieved(), wanted());
    }

    public int met() {
        return (int) targets.stream().filter(Target::met).count();
    }

    /// The targets not reached, the heaviest first.
    public List<Target> gaps() {
        return targets.stream()
                .filter(target -> !target.met())
                .sorted(java.util.Comparator.comparingDouble(Target::weight).reversed())
                .toList();
    }
}
