package com.emlyon.connect.app.live;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The parameters of a request, by their names; an empty one counts as missing. */
@FunctionalInterface
public interface Parameters {

    /** Those of a map. */
    static Parameters of(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name)).filter(Predicate.not(String::isEmpty));
    }

    /** The value of a parameter, the first one if there are several. */
    Optional<String> get(String name);
}
