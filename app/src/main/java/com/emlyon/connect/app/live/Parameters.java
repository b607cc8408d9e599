package com.emlyon.connect.app.live;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parameters of a request by name; an empty value counts as missing. */
@FunctionalInterface
public interface Parameters {

    /** The parameters in a map. */
    static Parameters of(Map<String, String> values) {
        return of(values::get);
    }

    /** The parameters that a function returns for their names. */
    static Parameters of(UnaryOperator<@Nullable String> values) {
        return name -> Optional.ofNullable(values.apply(name)).filter(Predicate.not(String::isEmpty));
    }

    /** The value of a parameter; the first of several. */
    Optional<String> get(String name);
}
