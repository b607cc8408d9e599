package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed.Message;
import com.emlyon.platform.postgres.TestPostgres;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are read to the letter of RFC 6455 and RFC 7692, with compression and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictFramesTest {

    private static final int PROTOCOL_ERROR = 1002;
    private static final String COMPRESSION =
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

    /** "Hello", compressed; see RFC 7692, 7.2.3.1. */
    private static final byte[] COMPRESSED = {(byte) 0xF2, 0x48, (byte) 0xCD, (byte) 0xC9, (byte) 0xC9, 0x07, 0x00};

    private static final int FINAL = 0x80;
    private static final int RSV1 = 0x40;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.feed.compression=true");
    private final Member pia = new ContractClient(node).newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    Stream<byte[]> overlongLengths() {
        return Stream.of(
                frame(FINAL | TEXT, 126, new byte[0]),
                frame(FINAL | TEXT, 126, new byte[125]),
                frame(FINAL | TEXT, 127, new byte[2]),
                frame(FINAL | BINARY, 127, new byte[125]),
                frame(FINAL | BINARY, 127, new byte[126]),
                frame(TEXT, 127, new byte[200]),
                frame(FINAL | PING, 126, new byte[1]),
                frame(FINAL | CLOSE, 126, closing(1000)),
                joined(
                        frame(FINAL | PING, 1, new byte[1]),
                        frame(FINAL | TEXT, 126, new byte[130]),
                        frame(FINAL | PING, 127, new byte[9])));
    }

    @ParameterizedTest
    @MethodSource("overlongLengths")
    void aLengthWithMoreBytesThanItNeedsEndsTheConnection(byte[] frames) {
        for (String extensions : List.of("", COMPRESSION)) {
            assertThat(farewellAfter(extensions, frames)).isEqualTo(PROTOCOL_ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("overlongLengths")
    void soItDoesWhenItComesByteByByte(byte[] frames) {
        try (RawFeed feed = RawFeed.openWith(node.ws(), pia.token(), "")) {
            for (byte next : frames) {
                feed.sendRaw(new byte[] {next});
            }
            assertThat(farewell(feed)).isEqualTo(PROTOCOL_ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("overlongLengths")
    void soItDoesWhenItComesTogetherWithTheHandshake(byte[] frames) {
        try (RawFeed feed = RawFeed.openWithFramesAtOnce(node.ws(), pia.token(), frames)) {
            assertThat(farewell(feed)).isEqualTo(PROTOCOL_ERROR);
        }
    }

    Stream<byte[]> shortestLengths() {
        return Stream.of(
                frame(FINAL | TEXT, 0, new byte[0]),
                frame(FINAL | TEXT, 125, new byte[125]),
                frame(FINAL | TEXT, 126, new byte[126]),
                frame(FINAL | BINARY, 126, new byte[4_000]),
                joined(
                        frame(TEXT, 126, new byte[300]),
                        frame(FINAL | PING, 3, new byte[3]),
                        frame(FINAL, 2, new byte[2])));
    }

    @ParameterizedTest
    @MethodSource("shortestLengths")
    void theShortestFormOfALengthIsHeard(byte[] frames) {
        for (String extensions : List.of("", COMPRESSION)) {
            assertThat(farewellAfter(extensions, joined(frames, frame(FINAL | CLOSE, 2, closing(1000)))))
                    .isEqualTo(1000);
        }
        try (RawFeed feed = RawFeed.openWithFramesAtOnce(
                node.ws(), pia.token(), joined(frames, frame(FINAL | CLOSE, 2, closing(1001))))) {
            assertThat(farewell(feed)).isEqualTo(1001);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {RSV1, 0x20, 0x10})
    void aReservedBitOfAContinuationEndsTheConnection(int bit) {
        byte[] first = frame(RSV1 | TEXT, COMPRESSED.length, COMPRESSED);
        byte[] plain = frame(TEXT, 1, new byte[] {'x'});
        byte[] marked = frame(FINAL | bit | CONTINUATION, 0, new byte[0]);

        assertThat(farewellAfter(COMPRESSION, first, marked)).isEqualTo(PROTOCOL_ERROR);
        assertThat(farewellAfter(COMPRESSION, plain, marked)).isEqualTo(PROTOCOL_ERROR);
        assertThat(farewellAfter("", plain, marked)).isEqualTo(PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void aCompressedMessageInPartsIsHeard(int end) {
        byte[] first = ByteBuffer.allocate(end).put(COMPRESSED, 0, end).array();
        byte[] rest = ByteBuffer.allocate(COMPRESSED.length - end)
                .put(COMPRESSED, end, COMPRESSED.length - end)
                .array();

        assertThat(farewellAfter(
                        COMPRESSION,
                        frame(RSV1 | TEXT, end, first),
                        frame(FINAL | CONTINUATION, rest.length, rest),
                        frame(FINAL | CLOSE, 2, closing(1000))))
                .isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 1012, 1013, 1014, 3000, 4012, 4999})
    void aRegisteredCloseCodeIsEchoed(int code) {
        for (String extensions : List.of("", COMPRESSION)) {
            assertThat(farewellAfter(extensions, frame(FINAL | CLOSE, 2, closing(code))))
                    .isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535})
    void anotherOneIsAnError(int code) {
        assertThat(farewellAfter("", frame(FINAL | CLOSE, 2, closing(code)))).isEqualTo(PROTOCOL_ERROR);
    }

    private int farewellAfter(String extensions, byte[]... frames) {
        try (RawFeed feed = RawFeed.openWith(node.ws(), pia.token(), extensions)) {
            feed.sendRaw(joined(frames));
            return farewell(feed);
        }
    }

    private static int farewell(RawFeed feed) {
        Message message = feed.next();
        while (message.closeCode() < 0) {
            message = feed.next();
        }
        return message.closeCode() & 0xFFFF;
    }

    private static byte[] closing(int code) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) code).array();
    }

    /** @param length the length, or how it is written: 126 for two bytes, 127 for eight */
    private static byte[] frame(int head, int length, byte[] content) {
        ByteBuffer frame =
                ByteBuffer.allocate(14 + content.length).put((byte) head).put((byte) (0x80 | length));
        if (length == 126) {
            frame.putShort((short) content.length);
        } else if (length == 127) {
            frame.putLong(content.length);
        }
        byte[] bytes = new byte[frame.putInt(0).put(content).position()];
        frame.flip().get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(part -> part.length).sum());
        Stream.of(parts).forEach(all::put);
        return all.array();
    }
}
