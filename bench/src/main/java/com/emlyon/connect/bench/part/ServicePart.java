package com.emlyon.connect.bench.part;

import com.emlyon.connect.bench.service.Contender;
import java.util.Map;

/** Something that is measured of running services, from outside. */
public interface ServicePart extends Compared {

    /** What a service reaches in one round, by the name of the figure. */
    Map<String, Double> measure(Contender contender) throws Exception;
}
