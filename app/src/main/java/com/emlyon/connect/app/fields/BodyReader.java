package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.connection.HttpLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads the bytes of bodies. The token has not been checked yet, so memory is allocated only as bytes arrive, never for
 * the announced length; and all incomplete bodies together have a limit, to which short ones do not count.
 */
@Component
class BodyReader {

    static final int MOST_BYTES = 100 * 1024;

    private static final int FIRST_BYTES = 1024;

    /** A body of up to this length costs less than Tomcat's buffers of its connection. Most bodies are shorter. */
    private static final int BYTES_OF_A_SHORT_BODY = 4 * 1024;

    private final Semaphore bytesOfLongBodies;

    BodyReader(HttpLimits limits) {
        this.bytesOfLongBodies =
                new Semaphore(Math.toIntExact(limits.mostOfUnfinishedBodies().toBytes()));
    }

    /** The body, after its content coding was decoded; empty when there is none. */
    byte[] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > MOST_BYTES) {
            throw BodyRefused.tooLarge();
        }
        if (announced == 0 || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            return new byte[0];
        }
        ContentCoding coding = ContentCoding.of(request);
        byte[] sent = readAsItComes(request.getInputStream());
        BodyDigest.keep(request, sent);
        return sent.length == 0 ? sent : coding.decode(sent, MOST_BYTES);
    }

    private byte[] readAsItComes(InputStream input) throws IOException {
        byte[] bytes = new byte[FIRST_BYTES];
        int count = 0;
        int reserved = 0;
        try {
            for (int read = 0; read >= 0; read = input.read(bytes, count, bytes.length - count)) {
                count += read;
                if (count > MOST_BYTES) {
                    throw BodyRefused.tooLarge();
                }
                if (count == bytes.length) {
                    int larger = Math.min(2 * count, MOST_BYTES + 1);
                    reserved += reserve(larger > BYTES_OF_A_SHORT_BODY ? larger - reserved : 0);
                    bytes = Arrays.copyOf(bytes, larger);
                }
            }
            return Arrays.copyOf(bytes, count);
        } finally {
            bytesOfLongBodies.release(reserved);
        }
    }

    private int reserve(int bytes) {
        if (!bytesOfLongBodies.tryAcquire(bytes)) {
            throw BodyRefused.tooManyUnfinished();
        }
        return bytes;
    }
}
