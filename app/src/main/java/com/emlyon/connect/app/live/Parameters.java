package com.emlyon.connect.app.live;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, by their names; an empty one counts as missing. */
@FunctionalInterface
public interface Parameters {

    /** Those of a map. */
    static Parameters of(Map<String, String> values) {
        return of(values::get);
    }

    /** Those that something knows by their names. */
    static Parameters of(UnaryOperator<@Nullable String> values) {
        return name -> Optional.ofNullable(values.apply(name)).filter(Predicate.not(String::isEmpty));
    }

    /** The value of a parameter, the first one if there are several. */
    Optional<String> get(String name);
}
