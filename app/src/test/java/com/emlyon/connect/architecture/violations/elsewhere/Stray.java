package com.emlyon.connect.architecture.violations.elsewhere;

/** Belongs to no module. */
record Stray() {}
