package com.emlyon.platform.eventstore.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Maps names in the store to classes and back, for every class with a {@link StoredAs}. */
public final class StoredTypes {

    private final Map<String, Class<?>> classes = new HashMap<>();

    /**
     * Finds the annotated classes below some packages; throws when two of them have the same name, which prevents the
     * start.
     */
    public StoredTypes(Collection<String> packages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(StoredAs.class));
        packages.stream()
                .flatMap(base -> scanner.findCandidateComponents(base).stream())
                .map(found -> String.valueOf(found.getBeanClassName()))
                .distinct()
                .forEach(name -> add(ClassUtils.resolveClassName(name, null)));
    }

    private void add(Class<?> type) {
        String name = type.getAnnotation(StoredAs.class).value();
        Class<?> other = classes.put(name, type);
        if (other != null) {
            throw new IllegalStateException(
                    "Both %s and %s are stored as %s".formatted(type.getName(), other.getName(), name));
        }
    }

    /** The names under which the matching classes are stored. */
    public Set<String> namesOf(Predicate<Class<?>> wanted) {
        return classes.entrySet().stream()
                .filter(type -> wanted.test(type.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The names under which facts of the given types are stored: records, or interfaces for all their records. */
    public Set<String> namesOf(Set<Class<? extends Fact>> kinds) {
        return namesOf(type -> kinds.stream().anyMatch(kind -> kind.isAssignableFrom(type)));
    }

    /** The current revision of every stored type, by its name. */
    Map<String, String> revisions() {
        return classes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        type -> type.getValue().getAnnotation(StoredAs.class).revision()));
    }

    /** The class that is stored under a name; empty when this code knows none. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** The name and revision under which a class is stored; empty when it is not stored. */
    public Optional<StoredAs> nameOf(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(StoredAs.class));
    }

    /** Whether the class of that name is stored in that revision today. */
    public boolean isCurrent(String name, String revision) {
        return classOf(name)
                .flatMap(this::nameOf)
                .filter(stored -> stored.revision().equals(revision))
                .isPresent();
    }
}
