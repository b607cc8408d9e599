package com.emlyon.connect.query.table;

import org.jspecify.annotations.Nullable;

/** The value of one column in one row. */
public record Cell(Column column, @Nullable Object value) {}
