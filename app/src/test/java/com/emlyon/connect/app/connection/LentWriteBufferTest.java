package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The memory from which a connection writes belongs to no other one before all of it has been written. */
class LentWriteBufferTest {

    private final WriteMemory memory = new WriteMemory();
    private final LentWriteBuffer buffer = new LentWriteBuffer(0, memory);

    @Test
    void aConnectionThatWritesNothingHoldsNothing() {
        assertThat(buffer.isWriteBufferEmpty()).isTrue();
        assertThat(buffer.isWriteBufferWritable()).isTrue();
        assertThat(buffer.getWriteBuffer().capacity()).isZero();
    }

    @Test
    void whatWasFilledInIsReadInItsOrderAlsoInParts() {
        fill("one ");
        fill("two");

        assertThat(drain(2)).isEqualTo("on");
        fill(" three");
        assertThat(drain(100)).isEqualTo("e two three");
        assertThat(buffer.isWriteBufferEmpty()).isTrue();
    }

    @Test
    void memoryIsLentAgainOnceAllIsWritten() {
        fill("all");
        ByteBuffer used = buffer.getWriteBuffer();
        drain(2);
        buffer.giveBackIfEmpty();
        assertThat(buffer.getWriteBuffer()).isSameAs(used);

        // when
        drain(1);
        buffer.giveBackIfEmpty();

        // then it is that of another one, and the former view stays empty
        LentWriteBuffer other = new LentWriteBuffer(0, memory);
        other.configureWriteBufferForWrite();
        other.getWriteBuffer().put((byte) '!');
        assertThat(used.hasRemaining()).isFalse();
        assertThat(used.duplicate().clear().get(0)).isEqualTo((byte) '!');
        assertThat(buffer.getWriteBuffer().capacity()).isZero();
    }

    @Test
    void memoryOfAConnectionThatEndedHalfWayIsNotLentAgain() {
        fill("a secret");
        ByteBuffer half = buffer.getWriteBuffer();

        // when
        buffer.reset();
        LentWriteBuffer other = new LentWriteBuffer(0, memory);
        other.configureWriteBufferForWrite();
        other.getWriteBuffer().put("overwritten".getBytes(StandardCharsets.US_ASCII));

        // then
        assertThat(StandardCharsets.US_ASCII.decode(half.duplicate().flip()).toString())
                .isEqualTo("a secret");
        assertThat(buffer.isWriteBufferEmpty()).isTrue();
    }

    private void fill(String text) {
        buffer.configureWriteBufferForWrite();
        buffer.getWriteBuffer().put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String drain(int most) {
        buffer.configureWriteBufferForRead();
        ByteBuffer source = buffer.getWriteBuffer();
        byte[] bytes = new byte[Math.min(most, source.remaining())];
        source.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
