package com.emlyon.connect.app.web;

import org.jspecify.annotations.Nullable;

/** A success that has only data: {@code {"success":true,"data":…}}. */
public record Data<T extends @Nullable Object>(boolean success, T data) {

    /** An answer with the data, which may be {@code null} where the contract allows it. */
    public static <T extends @Nullable Object> Data<T> of(T data) {
        return new Data<>(true, data);
    }
}
