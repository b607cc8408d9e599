package com.emlyon.connect.app.websocket;

import jakarta.websocket.Extension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationFactory;
import org.apache.tomcat.websocket.TransformationResult;
import org.jspecify.annotations.Nullable;

/**
 * Compression that a client and the service have agreed on (permessage-deflate, RFC 7692). It takes no memory until the
 * client sends a compressed message. Tomcat's own implementation takes a third of a megabyte per connection from the
 * start, most of it to compress what is sent; {@link SharedText} does that once for all clients.
 */
final class AgreedCompression extends ForwardingTransformation {

    /** The first reserved bit in the head of a frame: the message is compressed. */
    static final int MARK = 0b100;

    private static final int FIRST_OPCODE_OF_CONTROL = 0x8;

    private final Extension agreed;
    private @Nullable Transformation reading;

    private AgreedCompression(Extension agreed) {
        super(null);
        this.agreed = agreed;
    }

    /** Frees the memory of Tomcat's transformation, and replaces it. */
    static AgreedCompression inPlaceOf(Transformation compression) {
        AgreedCompression agreed = new AgreedCompression(compression.getExtensionResponse());
        compression.setNext(agreed);
        compression.close();
        return agreed;
    }

    @Override
    public boolean validateRsvBits(int used) {
        return (used & MARK) == 0 && super.validateRsvBits(used | MARK);
    }

    @Override
    public Extension getExtensionResponse() {
        return agreed;
    }

    @Override
    public boolean validateRsv(int rsv, byte opCode) {
        return super.validateRsv(isControl(opCode) ? rsv : rsv & ~MARK, opCode);
    }

    @Override
    public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer content) throws IOException {
        if (reading == null && (rsv & MARK) != 0 && !isControl(opCode)) {
            reading =
                    TransformationFactory.getInstance().create(agreed.getName(), List.of(agreed.getParameters()), true);
            reading.setNext(next());
        }
        return (reading == null ? next() : reading).getMoreData(opCode, fin, rsv, content);
    }

    private static boolean isControl(byte opCode) {
        return opCode >= FIRST_OPCODE_OF_CONTROL;
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        } else {
            super.close();
        }
    }
}
