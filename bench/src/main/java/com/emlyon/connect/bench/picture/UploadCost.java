package com.emlyon.connect.bench.picture;

import com.emlyon.connect.app.avatar.AvatarLimits;
import com.emlyon.connect.bench.Median;
import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.images.PictureProcessor;
import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Measures what becomes of the upload of a large picture: processor time, memory allocated, the smallest heap with which it
 * succeeds, and the size of what is stored. Arguments: the number of rounds, 10 if there is none.
 */
public final class UploadCost {

    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_HEAP = 512;
    private static final int HEAP_STEP = 4;

    private UploadCost() {}

    /** Runs the measurement; with the name of a file it only processes that file once, in a heap of the caller's choice. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            processor().process(Files.readAllBytes(Path.of(arguments[1])));
            return;
        }
        int rounds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        for (LargePicture picture : LargePicture.values()) {
            measure(picture, rounds);
        }
    }

    private static void measure(LargePicture picture, int rounds) throws Exception {
        byte[] upload = picture.encoded();
        PictureProcessor processor = processor();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        long allocated = 0;
        CleanPicture stored = processor.process(upload);
        for (int i = 0; i < rounds; i++) {
            long cpu = thread.getCurrentThreadCpuTime();
            long bytes = thread.getCurrentThreadAllocatedBytes();
            stored = processor.process(upload);
            allocated = thread.getCurrentThreadAllocatedBytes() - bytes;
            millis.add((thread.getCurrentThreadCpuTime() - cpu) / 1e6);
        }
        System.out.printf(
                "%s of %,d bytes: stored as %s of %,d bytes; processor time %.0f ms; %d MB allocated; heap of at least %d MB%n",
                picture,
                upload.length,
                stored.format(),
                stored.bytes().remaining(),
                Median.of(millis),
                allocated / MEGABYTE,
                smallestHeap(upload));
    }

    private static int smallestHeap(byte[] upload) throws IOException, InterruptedException {
        Path file = Files.createTempFile("upload", ".picture");
        try {
            Files.write(file, upload);
            int tooSmall = 0;
            int enough = LARGEST_HEAP;
            while (enough - tooSmall > HEAP_STEP) {
                int middle = (tooSmall + enough) / 2;
                if (succeeds(file, middle)) {
                    enough = middle;
                } else {
                    tooSmall = middle;
                }
            }
            return enough;
        } finally {
            Files.delete(file);
        }
    }

    private static boolean succeeds(Path file, int heap) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                                java,
                                "-Xmx" + heap + "m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                UploadCost.class.getName(),
                                "once",
                                file.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(new File("/dev/null"))
                        .start()
                        .waitFor()
                == 0;
    }

    /** As the service makes it, with the limits that hold when nothing is set. */
    private static PictureProcessor processor() {
        return new PictureProcessor(new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("connect.avatar", AvatarLimits.class)
                .imageLimits());
    }
}
