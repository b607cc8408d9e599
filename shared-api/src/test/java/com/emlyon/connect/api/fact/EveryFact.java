package com.emlyon.connect.api.fact;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** The facts of the language, found on the class path so that no new one is forgotten. */
final class EveryFact {

    private static final String LANGUAGE = "com.emlyon.connect.api";

    private EveryFact() {}

    /** What can be stored: every class that is a fact. */
    static List<Class<?>> classes() {
        return find(type -> Fact.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()));
    }

    /** The interfaces that gather the facts of one subject. */
    static List<Class<?>> subjects() {
        return find(type -> Fact.class.isAssignableFrom(type) && type.isInterface() && type != Fact.class);
    }

    /** Every class that carries a name in the store. */
    static List<Class<?>> marked() {
        return find(type -> type.isAnnotationPresent(StoredAs.class));
    }

    /** What the facts say, component by component. */
    static Stream<RecordComponent> components() {
        return classes().stream().flatMap(fact -> Arrays.stream(fact.getRecordComponents()));
    }

    private static List<Class<?>> find(Predicate<Class<?>> wanted) {
        return ReflectionSupport.findAllClassesInPackage(LANGUAGE, wanted, name -> true);
    }
}
