package com.emlyon.connect.app.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was at a moment. Its bytes are made when they are first asked for, and then serve all requests.
 *
 * @param <O> where an item stands among the others
 */
public final class ListContent<O extends ListPlace<O>> {

    private static final byte[] BEFORE_ITEMS = "{\"success\":true,\"data\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER_ITEMS = "]}".getBytes(StandardCharsets.UTF_8);
    private static final int BEFORE_ARRAY = BEFORE_ITEMS.length - 1;
    private static final int AFTER_ARRAY = AFTER_ITEMS.length - 1;

    /** Lists become five times smaller, at a fifth of the time that the best compression takes. */
    private static final int COMPRESSION = 3;

    private final List<WrittenItem<O>> items;
    private final Once<String> tag = new Once<>(this::makeTag);
    private final Once<byte[]> body = new Once<>(this::makeBody);
    private final Once<byte[]> compressed = new Once<>(this::compress);
    private volatile @Nullable ListContent<O> latestPart;

    ListContent(List<WrittenItem<O>> items) {
        this.items = items;
    }

    /** The weak entity tag, as the header has it: the same on all nodes for the same items. */
    public String tag() {
        return tag.get();
    }

    /** The answer of the route: {@code {"success":true,"data":[…]}} in UTF-8; not to be written to. */
    public byte[] body() {
        return body.get();
    }

    /** The same, compressed as {@code gzip} has it; not to be written to. */
    public byte[] compressedBody() {
        return compressed.get();
    }

    /** The items alone, as a JSON array. */
    public String array() {
        byte[] whole = body();
        return new String(whole, BEFORE_ARRAY, whole.length - BEFORE_ARRAY - AFTER_ARRAY, StandardCharsets.UTF_8);
    }

    /**
     * The selected items; the same object as before when it was asked for the same items last time.
     *
     * @throws com.emlyon.connect.app.web.Problem when the item behind which they begin is not in the list
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

    private byte[] compress() {
        byte[] plain = body();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new FastGzip(bytes)) {
            gzip.write(plain);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** The format of {@link GZIPOutputStream}, which has no parameter for how hard it tries. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(COMPRESSION);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }

    /** Something that is made by the first who asks for it; those who ask meanwhile wait. */
    private static final class Once<T> {

        private final Supplier<T> making;
        private volatile @Nullable T made;

        Once(Supplier<T> making) {
            this.making = making;
        }

        T get() {
            T known = made;
            return known != null ? known : make();
        }

        private synchronized T make() {
            T known = made;
            if (known == null) {
                known = making.get();
                made = known;
            }
            return known;
        }
    }
}
