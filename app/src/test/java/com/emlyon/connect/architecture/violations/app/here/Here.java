package com.emlyon.connect.architecture.violations.app.here;

import com.emlyon.connect.architecture.violations.app.there.There;

/** Knows a package that knows its own. */
public record Here(There there) {}
