package com.emlyon.connect.bench.table;

import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import java.util.Map;

/** What a service occupies of the machine's memory after all that was measured before. */
final class MemoryPart implements ServicePart {

    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    @Override
    public Map<String, Double> measure(Contender contender) throws Exception {
        return Map.of("memory after all this, MB", contender.service().process().residentBytes() / BYTES_OF_A_MEGABYTE);
    }

    @Override
    public boolean warmsUp() {
        return false;
    }
}
