package com.emlyon.connect.api;

/**
 * A question that the read model answers.
 *
 * @param <R> the type of the answer
 */
public interface Query<R> {}
