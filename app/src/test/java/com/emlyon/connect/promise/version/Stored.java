package com.emlyon.connect.promise.version;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.platform.commons.support.ReflectionSupport;

/** Something that lies in the store under a name: a fact, or the snapshot of an aggregate. */
record Stored(Class<?> type) {

    /** Everything of the house that is stored, by name. */
    static List<Stored> all() {
        return ReflectionSupport.findAllClassesInPackage(
                        "com.emlyon.connect", type -> type.isAnnotationPresent(StoredAs.class), name -> true)
                .stream()
                .map(Stored::new)
                .sorted(Comparator.comparing(Stored::name))
                .toList();
    }

    static List<Stored> facts() {
        return all().stream().filter(Stored::isFact).toList();
    }

    boolean isFact() {
        return Fact.class.isAssignableFrom(type);
    }

    String name() {
        return type.getAnnotation(StoredAs.class).value();
    }

    int revision() {
        return Integer.parseInt(type.getAnnotation(StoredAs.class).revision());
    }

    /** The name of the files that belong to the current revision, such as {@code CheckedIn-2}. */
    String currentName() {
        return name() + "-" + revision();
    }

    /** The names of the files of all revisions that there ever were. */
    List<String> namesOfAllRevisions() {
        return IntStream.rangeClosed(1, revision())
                .mapToObj(revision -> name() + "-" + revision)
                .toList();
    }

    @Override
    public String toString() {
        return currentName();
    }
}
