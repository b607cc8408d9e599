package com.emlyon.connect.app.websocket;

import jakarta.websocket.Extension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;
import org.jspecify.annotations.Nullable;

/** A transformation of frames that delegates to the next one by default. Tomcat adds the last one. */
abstract class ForwardingTransformation implements Transformation {

    private @Nullable Transformation next;

    /** @param next null when only Tomcat's last transformation follows */
    ForwardingTransformation(@Nullable Transformation next) {
        this.next = next;
    }

    @Override
    public final void setNext(Transformation last) {
        if (next == null) {
            next = last;
        } else {
            next.setNext(last);
        }
    }

    /**
     * The next transformation.
     *
     * @throws IllegalStateException before Tomcat has added its last one
     */
    final Transformation next() {
        if (next == null) {
            throw new IllegalStateException("Tomcat adds its last transformation before it reads or writes frames");
        }
        return next;
    }

    @Override
    public boolean validateRsvBits(int used) {
        return next == null || next.validateRsvBits(used);
    }

    @Override
    public @Nullable Extension getExtensionResponse() {
        return next == null ? null : next.getExtensionResponse();
    }

    @Override
    public boolean validateRsv(int rsv, byte opCode) {
        return next().validateRsv(rsv, opCode);
    }

    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer content) throws IOException {
        return next().getMoreData(opCode, fin, rsv, content);
    }

    @Override
    public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
        return next().sendMessagePart(parts);
    }

    @Override
    public void close() {
        if (next != null) {
            next.close();
        }
    }
}
