package com.emlyon.connect.bench.service;

import java.nio.file.Path;
import java.util.List;

/**
 * A service that is measured, with data.
 *
 * @param name tells it apart from others
 * @param installation the folder of its program
 * @param service while it runs
 * @param students who have all checked in
 * @param events what they have created
 */
public record Contender(
        String name, Path installation, RunningService service, Students students, List<String> events) {}
