package org.wirknetz.analysis;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The keys of a graph's nodes, by number and back.
sealed interface Keys {
    int size();

    String key(int node);

    OptionalInt find(String key);

    default List<String> all() {
        var keys = this;
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return keys.key(index);
            }

            @Override
            public int size() {
                return keys.size();
            }
        };
    }

    final class Named implements Keys {
        private final String[] keys;
        private final Map<String, Integer> numbers;

        Named(String... keys) {
            this.keys = keys.clone();
            numbers = HashMap.newHashMap(keys.length);
            for (int i = 0; i < keys.length; i++) numbers.put(keys[i], i);
        }

        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public String key(int node) {
            return keys[node];
        }

        @Override
        public OptionalInt find(String key) {
            var number = numbers.get(key);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }

    record Numbered(int size) implements Keys {
        @Override
        public String key(int node) {
            return Integer.toString(java.util.Objects.checkIndex(node, size));
        }

        @Override
        public OptionalInt find(String key) {
            if (!key.matches("0|[1-9][0-9]{0,8}")) return OptionalInt.empty();
            int number = Integer.parseInt(key);
            return number < size ? OptionalInt.of(number) : OptionalInt.empty();
        }
    }
}
