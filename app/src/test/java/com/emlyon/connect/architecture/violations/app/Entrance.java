package com.emlyon.connect.architecture.violations.app;

/** Something that only what runs may know. */
public record Entrance() {}
