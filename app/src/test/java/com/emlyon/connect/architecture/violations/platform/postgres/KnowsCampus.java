package com.emlyon.connect.architecture.violations.platform.postgres;

import com.emlyon.connect.architecture.violations.app.Entrance;

/** Machinery that knows for whom it works. */
record KnowsCampus(Entrance entrance) {}
