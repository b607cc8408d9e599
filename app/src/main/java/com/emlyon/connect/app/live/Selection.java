package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;

/**
 * The part of a list that a request asks for.
 *
 * @param from the part begins at this place
 * @param until the part ends before this place
 * @param filter the part contains only items whose place satisfies this
 * @param page the page of the items that remain
 */
public record Selection<O extends ListPlace<O>>(
        Optional<O> from, Optional<O> until, Optional<Predicate<O>> filter, ListPage page) {

    /** The requested page of the items between two places. */
    public static <O extends ListPlace<O>> Selection<O> between(
            Optional<O> from, Optional<O> until, Parameters parameters) {
        return new Selection<>(from, until, Optional.empty(), ListPage.of(parameters));
    }

    /** The requested page of the items that satisfy a filter. */
    public static <O extends ListPlace<O>> Selection<O> where(Optional<Predicate<O>> filter, Parameters parameters) {
        return new Selection<>(Optional.empty(), Optional.empty(), filter, ListPage.of(parameters));
    }

    /**
     * Selects from the items.
     *
     * @param items all items, in the order of their places
     * @throws Problem when the item after which the page begins is not among them
     */
    public <T> List<T> of(List<T> items, Function<T, O> place) {
        int begin = Math.max(
                from.map(first -> firstAt(first, items, place)).orElse(0),
                page.after().map(id -> behind(id, items, place)).orElse(0));
        int end = Math.max(begin, until.map(last -> firstAt(last, items, place)).orElse(items.size()));
        List<T> range = items.subList(begin, end);
        int most = page.limit().orElse(range.size());
        return filter.isPresent()
                ? range.stream()
                        .filter(item -> filter.get().test(place.apply(item)))
                        .limit(most)
                        .toList()
                : range.subList(0, Math.min(most, range.size()));
    }

    /** The index of the first item at or after a place. */
    private static <T, O extends ListPlace<O>> int firstAt(O searched, List<T> items, Function<T, O> place) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.apply(items.get(middle)).compareTo(searched) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <T, O extends ListPlace<O>> int behind(String id, List<T> items, Function<T, O> place) {
        return 1
                + IntStream.range(0, items.size())
                        .filter(index -> place.apply(items.get(index)).id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "list.after"));
    }
}
