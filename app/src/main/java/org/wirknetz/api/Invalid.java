package org.wirknetz.api;

/// A body or parameter that cannot be taken: 400 or 422 with the field it is about.
class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String field;
    final String key;
    final transient Object[] values;

    Invalid(int status, String field, String key, Object... values) {
        super(key, null, false, false);
        this.status = status;
        this.field = field;
        this.key = key;
        this.values = values.clone();
    }
}
