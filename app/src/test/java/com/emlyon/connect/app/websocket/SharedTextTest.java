package com.emlyon.connect.app.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** What a connection is given of a text that is sent to many. */
class SharedTextTest {

    private static final byte[] END_OF_A_BLOCK = {0, 0, (byte) 0xFF, (byte) 0xFF};

    /** Around the sizes at which portions end, and such as compress well, badly, and not at all. */
    static Stream<String> texts() {
        Random random = new Random(1);
        return Stream.concat(
                Stream.of("a", "é🍻", "x".repeat(65_534), "x".repeat(65_535), "x".repeat(65_536), "é".repeat(200_000)),
                IntStream.of(1_000, 16_380, 16_384, 100_000, 300_000)
                        .mapToObj(length -> random.ints(length, 32, 0xD7FF)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void itArrivesInPortionsAsItIs(String text) throws IOException {
        List<BinaryMessage> sent = sent(SharedText.of(text));

        assertThat(utf8(sent)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sent).allMatch(portion -> portion.getPayloadLength() <= 65_535);
        assertThat(sent.stream().filter(BinaryMessage::isLast)).containsExactly(sent.getLast());
    }

    /** A client inflates messages one after the other, here with a memory of what came before. */
    @ParameterizedTest
    @MethodSource("texts")
    void compressedItIsReadWhateverCameBefore(String text) throws IOException, DataFormatException {
        SharedText shared = SharedText.of(text);
        Inflater inflater = new Inflater(true);
        for (SharedText message : List.of(shared, SharedText.of("something else"), shared, SharedText.of(text))) {
            assertThat(inflated(inflater, utf8(sent(message, "permessage-deflate"))))
                    .isEqualTo(message.text());
        }
        inflater.end();
    }

    @Test
    void itIsCompressedOnceForAll() throws IOException {
        SharedText shared = SharedText.of("the same for all, the same for all");

        ByteBuffer first = sent(shared, "permessage-deflate").getFirst().getPayload();
        ByteBuffer second = sent(shared, "permessage-deflate").getFirst().getPayload();

        assertThat(first.array()).isSameAs(second.array()).hasSizeLessThan(shared.size());
    }

    @Test
    void shortOnesAreGatheredAndSentTogether() throws IOException {
        NativeSession session = mock(NativeSession.class);
        Session connection = mock(Session.class);
        RemoteEndpoint.Basic remote = mock(RemoteEndpoint.Basic.class);
        when(session.getNativeSession()).thenReturn(connection);
        when(connection.getBasicRemote()).thenReturn(remote);
        List<String> events = new ArrayList<>();
        doAnswer(call -> events.add("batching " + call.getArgument(0)))
                .when(remote)
                .setBatchingAllowed(anyBoolean());
        doAnswer(call -> events.add("message")).when(session).sendMessage(any());

        SharedText.sendAll(List.of(SharedText.of("one"), SharedText.of("two")), session);
        SharedText.sendAll(List.of(SharedText.of("three"), SharedText.of("x".repeat(2_000))), session);

        assertThat(events)
                .containsExactly("batching true", "message", "message", "batching false", "message", "message");
    }

    @Test
    void itIsPutTogetherFromParts() {
        ByteBuffer list = ByteBuffer.wrap("xx[1,2]yy".getBytes(StandardCharsets.UTF_8), 2, 5);

        SharedText shared = SharedText.joining(StandardCharsets.UTF_8.encode("{\"é\":"), list, list);

        assertThat(shared.text()).isEqualTo("{\"é\":[1,2][1,2]");
        assertThat(SharedText.joining(list).text()).isEqualTo("[1,2]");
        assertThat(shared.size()).isEqualTo(16);
    }

    private static List<BinaryMessage> sent(SharedText text, String... extensions) throws IOException {
        WebSocketSession session = mock(WebSocketSession.class);
        when(session.getExtensions())
                .thenReturn(Stream.of(extensions).map(WebSocketExtension::new).toList());
        List<BinaryMessage> messages = new ArrayList<>();
        doAnswer(call -> messages.add(call.getArgument(0))).when(session).sendMessage(any());
        text.sendTo(session);
        return messages;
    }

    private static byte[] utf8(List<BinaryMessage> portions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        portions.forEach(portion -> {
            byte[] read = new byte[portion.getPayloadLength()];
            portion.getPayload().duplicate().get(read);
            bytes.writeBytes(read);
        });
        return bytes.toByteArray();
    }

    private static String inflated(Inflater inflater, byte[] message) throws DataFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        for (byte[] input : List.of(message, END_OF_A_BLOCK)) {
            inflater.setInput(input);
            for (int size = inflater.inflate(buffer); size > 0; size = inflater.inflate(buffer)) {
                bytes.write(buffer, 0, size);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private interface NativeSession extends WebSocketSession, NativeWebSocketSession {}
}
