package org.wirknetz.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;

/// A kind of record with an address of its own.
///
/// @param name in the URL: the plural of its code name
/// @param table where it is kept
/// @param source what is read in its place; it may name the parameters `:audience`, `:own` and `:today`, by which the
/// database shows each visitor no more than they may see
/// @param fields the identity `id` is not among them
/// @param mayRead who reads the list
/// @param mayWrite who creates, changes and removes
/// @param writing the verbs of the room; null where rows are written as they are
/// @param removing takes one out; null where the row is just deleted
/// @param partners the verbs by which partners write what is theirs, where the office writes rows as they are; null
/// where
/// they do not
record Resource(
        String name,
        String table,
        String source,
        List<Field> fields,
        Predicate<Visitor> mayRead,
        Predicate<Visitor> mayWrite,
        @Nullable Writing writing,
        @Nullable Consumer<UUID> removing,
        @Nullable Writing partners) {

    Resource(
            String name,
            String table,
            String source,
            List<Field> fields,
            Predicate<Visitor> mayRead,
            Predicate<Visitor> mayWrite,
            @Nullable Writing writing) {
        this(name, table, source, fields, mayRead, mayWrite, writing, null, null);
    }

    Resource(
            String name,
            String table,
            String source,
            List<Field> fields,
            Predicate<Visitor> mayRead,
            Predicate<Visitor> mayWrite) {
        this(name, table, source, fields, mayRead, mayWrite, null, null, null);
    }

    Resource {
        fields = List.copyOf(fields);
    }

    /// The same, taken out by a verb of the room, which sees to all that hangs on it.
    Resource removedBy(Consumer<UUID> verb) {
        return new Resource(name, table, source, fields, mayRead, mayWrite, writing, verb, partners);
    }

    /// The same, whose rows the admins of partners write by these verbs, each as far as it is theirs.
    Resource byPartners(Writing verbs) {
        return new Resource(name, table, source, fields, mayRead, mayWrite, writing, removing, verbs);
    }

    /// Whether somebody may try at all; of which records, their verbs say.
    boolean opensTo(Visitor visitor) {
        return mayWrite.test(visitor) || (partners != null && visitor.is(Role.PARTNER_ADMIN));
    }

    /// The verbs that take these fields from this visitor; null where the row is written as it is.
    @Nullable
    Writing verbs(Visitor visitor, Collection<Field> sent) {
        if (writing != null || partners == null) return writing;
        boolean rows = mayWrite.test(visitor) && sent.stream().allMatch(Field::shown);
        return rows ? null : partners;
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
