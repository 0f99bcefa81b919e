package org.wirknetz.products;

/// What it is that is made together.
public enum ProductKind {
    PRODUCT,
    SERVICE
}
