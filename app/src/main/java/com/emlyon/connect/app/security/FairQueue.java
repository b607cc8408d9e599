package com.emlyon.connect.app.security;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A queue that serves groups in rotation, whatever their sizes, and likewise the groups within a group. A path names
 * the groups of an element from the outermost to the innermost, in which elements leave in the order in which they
 * came. Not thread-safe.
 *
 * @param <T> an element
 */
final class FairQueue<T> {

    /** In the order in which they are served next. */
    private final SequencedMap<String, FairQueue<T>> groups = new LinkedHashMap<>();

    private final Deque<T> ungrouped = new ArrayDeque<>();
    private int size;

    int size() {
        return size;
    }

    /** Adds an element as the last of its group. */
    void add(List<String> path, T element) {
        size++;
        if (path.isEmpty()) {
            ungrouped.addLast(element);
        } else {
            groups.computeIfAbsent(path.getFirst(), group -> new FairQueue<>()).add(rest(path), element);
        }
    }

    /** Removes the first element of the group that is served next, and moves that group to the end of the rotation. */
    T poll() {
        size--;
        if (groups.isEmpty()) {
            return ungrouped.removeFirst();
        }
        Map.Entry<String, FairQueue<T>> first = Objects.requireNonNull(groups.pollFirstEntry());
        T element = first.getValue().poll();
        if (first.getValue().size > 0) {
            groups.putLast(first.getKey(), first.getValue());
        }
        return element;
    }

    /** Removes an element; false when it is not in the queue. */
    boolean remove(List<String> path, T element) {
        boolean removed = path.isEmpty() ? ungrouped.remove(element) : removeFrom(path, element);
        size -= removed ? 1 : 0;
        return removed;
    }

    private boolean removeFrom(List<String> path, T element) {
        FairQueue<T> group = groups.get(path.getFirst());
        boolean removed = group != null && group.remove(rest(path), element);
        groups.values().removeIf(each -> each.size == 0);
        return removed;
    }

    /**
     * Removes and returns the last element of the largest group, to make room for an element of a smaller one; empty
     * when no group is larger than that of the path.
     */
    Optional<T> makeRoomFor(List<String> path) {
        if (path.isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        FairQueue<T> largest = largest();
        FairQueue<T> own = groups.getOrDefault(path.getFirst(), new FairQueue<>());
        Optional<T> removed = Optional.empty();
        if (own.size == largest.size) {
            removed = own.makeRoomFor(rest(path));
        } else if (largest.size > own.size + 1) {
            removed = Optional.of(largest.removeLast());
        }
        size -= removed.isPresent() ? 1 : 0;
        return removed;
    }

    private T removeLast() {
        size--;
        if (groups.isEmpty()) {
            return ungrouped.removeLast();
        }
        T element = largest().removeLast();
        groups.values().removeIf(each -> each.size == 0);
        return element;
    }

    private FairQueue<T> largest() {
        return groups.values().stream()
                .max(Comparator.comparingInt(FairQueue::size))
                .orElseThrow();
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }
}
