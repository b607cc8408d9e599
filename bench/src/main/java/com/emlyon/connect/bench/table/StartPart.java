package com.emlyon.connect.bench.table;

import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import com.emlyon.connect.bench.service.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A start with data that is there already, until the first answer. */
final class StartPart implements ServicePart {

    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    private final Path folder;

    /** Keeps the data in a folder of its own for each contender. */
    StartPart(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, Double> measure(Contender contender) throws Exception {
        Path data = Files.createDirectories(folder.resolve(contender.name()));
        long start = System.nanoTime();
        try (RunningService service = RunningService.start(contender.installation(), data)) {
            return Map.of(
                    "start, s", (System.nanoTime() - start) / 1e9,
                    "start, s of processor time", service.process().cpuSeconds(),
                    "memory after the start, MB", service.process().residentBytes() / BYTES_OF_A_MEGABYTE);
        }
    }
}
