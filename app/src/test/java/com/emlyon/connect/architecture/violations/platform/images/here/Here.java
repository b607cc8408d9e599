package com.emlyon.connect.architecture.violations.platform.images.here;

import com.emlyon.connect.architecture.violations.platform.images.there.There;

/** Knows a package that knows its own. */
public record Here(There there) {}
