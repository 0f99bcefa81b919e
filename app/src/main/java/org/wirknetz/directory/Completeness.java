package org.wirknetz.directory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Relative completeness of the network (deck C2.1, minimum standard 1; measure M1): how far the roles of the target
/// constellation are filled. Relative to the purpose: the network decides whom it needs, this only counts.
///
/// `C = Σ w·min(1, a/r) / Σ w` over roles with weight w, required number r and a members present
/// (Boos-Nünning; domain
/// 5.3).
/// A surplus in one role does not make up for a gap in another.
///
/// @param roles in the order of the target model
public record Completeness(List<Role> roles) {

    public Completeness {
        roles = List.copyOf(roles);
    }

    /// A member of the network that fills a role.
    ///
    /// @param active takes part (ACTIVE); false for a dormant member
    /// @param umbrellas those that represent it on the day; whichever fills the same role counts in its place
    public record Filler(UUID organisation, String name, boolean active, Set<UUID> umbrellas) {
        public Filler {
            umbrellas = Set.copyOf(umbrellas);
        }
    }

    /// @param group the actor group, by its name in the reader's language
    /// @param area where the role has to be filled; null for anywhere
    public record Role(
            UUID actorGroup,
            String group,
            @Nullable UUID areaId,
            @Nullable String area,
            int minimum,
            double weight,
            List<Filler> fillers) {

        public Role {
            if (minimum < 1 || !(weight > 0))
                throw new IllegalArgumentException("A role needs a minimum and a weight.");
            fillers = List.copyOf(fillers);
        }

        /// How many count: members represented by an umbrella in the same role count with it, once.
        public int present() {
            return counted(fillers);
        }

        public int active() {
            return counted(fillers.stream().filter(Filler::active).toList());
        }

        private static int counted(List<Filler> among) {
            return among.size() - represented(among).size();
        }

        /// Members that are there, but counted with their umbrella.
        public List<Filler> represented() {
            var represented = represented(fillers);
            return fillers.stream()
                    .filter(it -> represented.contains(it.organisation()))
                    .toList();
        }

        private static Set<UUID> represented(List<Filler> among) {
            var umbrellas = new LinkedHashMap<UUID, Set<UUID>>();
            among.forEach(it -> umbrellas.put(it.organisation(), it.umbrellas()));
            return org.wirknetz.analysis.Completeness.represented(umbrellas);
        }

        public boolean isMet() {
            return present() >= minimum;
        }

        public int shortfall() {
            return Math.max(0, minimum - present());
        }

        double filled() {
            return Math.min(1.0, (double) present() / minimum);
        }

        double filledActively() {
            return Math.min(1.0, (double) active() / minimum);
        }

        /// What filling it would add: the weight times the missing part.
        public double loss() {
            return weight * (1 - filled());
        }
    }

    public double numerator() {
        return roles.stream().mapToDouble(role -> role.weight() * role.filled()).sum();
    }

    /// As [#numerator()], counting only those who take part.
    public double activeNumerator() {
        return roles.stream()
                .mapToDouble(role -> role.weight() * role.filledActively())
                .sum();
    }

    public double denominator() {
        return roles.stream().mapToDouble(Role::weight).sum();
    }

    /// Between 0 and 1; NaN without roles.
    public double value() {
        return numerator() / denominator();
    }

    /// How many roles have all they need.
    public int covered() {
        return (int) roles.stream().filter(Role::isMet).count();
    }

    public int coveredActively() {
        return (int)
                roles.stream().filter(role -> role.active() >= role.minimum()).count();
    }

    /// What is missing, first what would help most.
    public List<Role> gaps() {
        return roles.stream()
                .filter(role -> !role.isMet())
                .sorted(Comparator.comparingDouble(Role::loss).reversed())
                .toList();
    }
}
