package com.emlyon.connect.architecture.violations.api;

import com.emlyon.connect.architecture.violations.platform.postgres.Server;

/** A word of the language that knows machinery. */
record KnowsPlatform(Server server) {}
