package org.wirknetz.meetings;

/// What it takes to accept a question. Abstentions and those who stay out count on neither side.
public enum Majority {
    /// More yes than no.
    SIMPLE {
        @Override
        public boolean accepts(int yes, int no) {
            return yes > no;
        }
    },
    /// At least two thirds of yes and no together are yes.
    TWO_THIRDS {
        @Override
        public boolean accepts(int yes, int no) {
            return yes > 0 && 3 * yes >= 2 * (yes + no);
        }
    },
    /// Somebody says yes and nobody no.
    UNANIMOUS {
        @Override
        public boolean accepts(int yes, int no) {
            return yes > 0 && no == 0;
        }
    };

    public abstract boolean accepts(int yes, int no);
}
