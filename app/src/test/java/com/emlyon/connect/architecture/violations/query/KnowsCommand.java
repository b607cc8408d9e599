package com.emlyon.connect.architecture.violations.query;

import com.emlyon.connect.architecture.violations.command.KnowsQuery;

/** A view that knows who decides. */
public record KnowsCommand(KnowsQuery decision) {}
