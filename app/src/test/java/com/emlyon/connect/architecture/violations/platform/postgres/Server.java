package com.emlyon.connect.architecture.violations.platform.postgres;

/** What a module of the platform offers. */
public record Server() {}
