package com.emlyon.connect.architecture.violations.command;

import com.emlyon.connect.architecture.violations.query.KnowsCommand;

/** A decision that looks at a view. */
public record KnowsQuery(KnowsCommand view) {}
