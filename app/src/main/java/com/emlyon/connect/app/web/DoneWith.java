package com.emlyon.connect.app.web;

/** A success with a message and data: {@code {"success":true,"message":"…","data":…}}. */
public record DoneWith<T>(boolean success, String message, T data) {

    /** An answer with the message and the data. */
    public static <T> DoneWith<T> saying(String message, T data) {
        return new DoneWith<>(true, message, data);
    }
}
