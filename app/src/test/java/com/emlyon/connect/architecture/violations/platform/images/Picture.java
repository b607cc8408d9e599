package com.emlyon.connect.architecture.violations.platform.images;

/** What another module of the platform offers. */
public record Picture() {}
