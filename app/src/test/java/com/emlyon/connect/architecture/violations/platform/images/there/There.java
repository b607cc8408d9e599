package com.emlyon.connect.architecture.violations.platform.images.there;

import com.emlyon.connect.architecture.violations.platform.images.here.Here;

/** Knows a package that knows its own. */
public record There(Here here) {}
