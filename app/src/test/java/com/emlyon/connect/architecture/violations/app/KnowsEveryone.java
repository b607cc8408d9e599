package com.emlyon.connect.architecture.violations.app;

import com.emlyon.connect.architecture.violations.api.KnowsApp;
import com.emlyon.connect.architecture.violations.command.KnowsQuery;
import com.emlyon.connect.architecture.violations.query.KnowsCommand;

/** What runs may know everything. */
record KnowsEveryone(KnowsApp word, KnowsQuery decision, KnowsCommand view) {}
