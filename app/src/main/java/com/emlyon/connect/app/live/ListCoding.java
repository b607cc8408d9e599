package com.emlyon.connect.app.live;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A content coding in which lists are sent (RFC 9110, section 8.4.1). Preferred codings come first. */
enum ListCoding {

    /** RFC 8878. */
    ZSTD("zstd") {
        @Override
        boolean isAvailable() {
            return ZstdLibrary.isLoaded();
        }

        @Override
        byte[] encode(byte[] plain) {
            return Zstd.compress(plain, ZSTD_LEVEL);
        }
    },

    /** RFC 1952. */
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
            try (GZIPOutputStream gzip = new FastGzip(bytes)) {
                gzip.write(plain);
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
            return bytes.toByteArray();
        }
    },

    /** No compression. */
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] plain) {
            return plain;
        }
    };

    /**
     * Takes as long as gzip and makes lists a fifth to a half smaller. The frame asks for a window of 2 MiB; every decoder has 8 MiB
     * (RFC 9659).
     */
    private static final int ZSTD_LEVEL = 6;

    /** Lists become five times smaller, at a fifth of the time that the best compression takes. */
    private static final int GZIP_LEVEL = 3;

    private final String token;

    ListCoding(String token) {
        this.token = token;
    }

    /** The name in HTTP headers. */
    String token() {
        return token;
    }

    /** Whether this process can encode with it. */
    boolean isAvailable() {
        return true;
    }

    /** Encodes a list, without changing the given array. */
    abstract byte[] encode(byte[] plain);

    /** A {@link GZIPOutputStream} with a compression level, for which it has no parameter. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(GZIP_LEVEL);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
