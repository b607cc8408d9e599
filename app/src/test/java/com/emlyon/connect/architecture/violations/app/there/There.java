package com.emlyon.connect.architecture.violations.app.there;

import com.emlyon.connect.architecture.violations.app.here.Here;

/** Knows a package that knows its own. */
public record There(Here here) {}
