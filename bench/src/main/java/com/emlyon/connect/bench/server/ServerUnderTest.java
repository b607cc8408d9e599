package com.emlyon.connect.bench.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A process that runs one server, says its port, and then sends a text of a size to all clients so many times a second. */
final class ServerUnderTest {

    /** In front of the time at which a text was given to the server, in nanoseconds of the machine's monotonic clock. */
    static final byte[] MARK = "{\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    static final int DIGITS = 19;

    /** Begins the line with the port; servers write lines of their own. */
    static final String PORT = "port=";

    private ServerUnderTest() {}

    /** Arguments: which server, the size of texts and of the list in bytes, how many texts a second. */
    @SuppressWarnings("SystemOut") // the process that has started this one reads the port
    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[1]);
        byte[] list = new byte[Integer.parseInt(arguments[2])];
        Arrays.fill(list, (byte) 'x');
        FanOutServer server = switch (arguments[0]) {
            case "jetty" -> new JettyServer(list);
            case "tomcat" -> new TomcatServer(list, true);
            case "tomcat-one-thread" -> new TomcatServer(list, false);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println(PORT + server.port());
        long period = Math.round(TimeUnit.SECONDS.toNanos(1) / Double.parseDouble(arguments[3]));
        for (long next = System.nanoTime() + period; ; next += period) {
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            server.send(text(size));
        }
    }

    private static ByteBuffer text(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'x');
        byte[] beginning = (new String(MARK, StandardCharsets.US_ASCII) + "%019d\"".formatted(System.nanoTime()))
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, text, 0, beginning.length);
        return ByteBuffer.wrap(text);
    }
}
