package org.wirknetz.analysis;

import java.util.List;
import java.util.OptionalDouble;

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
