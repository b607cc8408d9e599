package com.emlyon.connect.app.live;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * An immutable version of a list. Its bytes are made at the first request, and then reused for all requests.
 *
 * @param <O> the place of an item among the others
 */
public final class ListContent<O extends ListPlace<O>> {

    private static final byte[] BEFORE_ITEMS = "{\"success\":true,\"data\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER_ITEMS = "]}".getBytes(StandardCharsets.UTF_8);
    private static final int BEFORE_ARRAY = BEFORE_ITEMS.length - 1;
    private static final int AFTER_ARRAY = AFTER_ITEMS.length - 1;

    private final List<WrittenItem<O>> items;
    private final SingletonSupplier<String> tag = SingletonSupplier.of(this::makeTag);
    private final SingletonSupplier<byte[]> body = SingletonSupplier.of(this::makeBody);
    private final Map<ListCoding, SingletonSupplier<byte[]>> coded = new EnumMap<>(ListCoding.class);
    private volatile @Nullable ListContent<O> latestPart;

    ListContent(List<WrittenItem<O>> items) {
        this.items = items;
        for (ListCoding coding : ListCoding.values()) {
            coded.put(coding, SingletonSupplier.of(() -> coding.encode(body())));
        }
    }

    /** The weak entity tag, as in the header: the same on all nodes for the same items. */
    public String tag() {
        return tag.obtain();
    }

    /**
     * The response body of the route: {@code {"success":true,"data":[…]}} in UTF-8. Callers must not modify the array.
     */
    public byte[] body() {
        return body.obtain();
    }

    /** The response body in a coding. Callers must not modify the array. */
    byte[] body(ListCoding coding) {
        return requireNonNull(coded.get(coding)).obtain();
    }

    /** The items alone, as a JSON array in UTF-8. */
    public ByteBuffer array() {
        byte[] whole = body();
        return ByteBuffer.wrap(whole, BEFORE_ARRAY, whole.length - BEFORE_ARRAY - AFTER_ARRAY)
                .asReadOnlyBuffer();
    }

    /**
     * The selected items; the same object as for the previous call when that selected the same items.
     *
     * @throws com.emlyon.connect.app.web.Problem when the item after which the page begins is not in the list
     */
    ListContent<O> select(Selection<O> selection) {
        List<WrittenItem<O>> selected = selection.of(items, WrittenItem::place);
        if (selected.size() == items.size()) {
            return this;
        }
        ListContent<O> latest = latestPart;
        if (latest == null || !latest.hasJust(selected)) {
            latest = new ListContent<>(selected);
            latestPart = latest;
        }
        return latest;
    }

    private boolean hasJust(List<WrittenItem<O>> others) {
        return items.size() == others.size()
                && IntStream.range(0, others.size()).allMatch(index -> items.get(index) == others.get(index));
    }

    private String makeTag() {
        return WrittenItem.tagOf(items.stream().map(WrittenItem::digest));
    }

    private byte[] makeBody() {
        long size = BEFORE_ITEMS.length + AFTER_ITEMS.length + Math.max(0, items.size() - 1L);
        for (WrittenItem<O> item : items) {
            size += item.json().length;
        }
        byte[] whole = new byte[Math.toIntExact(size)];
        int end = copy(BEFORE_ITEMS, whole, 0);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                whole[end++] = ',';
            }
            end = copy(items.get(i).json(), whole, end);
        }
        copy(AFTER_ITEMS, whole, end);
        return whole;
    }

    private static int copy(byte[] part, byte[] whole, int at) {
        System.arraycopy(part, 0, whole, at, part.length);
        return at + part.length;
    }
}
