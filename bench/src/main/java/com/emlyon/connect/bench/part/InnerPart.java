package com.emlyon.connect.bench.part;

import java.util.Map;

/** Something that is measured of the service inside this process. */
public interface InnerPart extends Compared {

    /** What it reaches in one round, by the name of the figure. */
    Map<String, Double> measure() throws Exception;
}
