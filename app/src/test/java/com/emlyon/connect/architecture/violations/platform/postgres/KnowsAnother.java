package com.emlyon.connect.architecture.violations.platform.postgres;

import com.emlyon.connect.architecture.violations.platform.images.Picture;

/** A module that cannot be used without another. */
record KnowsAnother(Picture picture) {}
