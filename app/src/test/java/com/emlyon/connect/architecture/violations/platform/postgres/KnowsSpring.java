package com.emlyon.connect.architecture.violations.platform.postgres;

import org.springframework.core.env.Environment;

/** Machinery that cannot be used without Spring. */
record KnowsSpring(Environment environment) {}
