package com.emlyon.connect.architecture.violations.api;

import com.emlyon.connect.architecture.violations.app.Entrance;

/** A word of the language that knows what runs. */
public record KnowsApp(Entrance entrance) {}
