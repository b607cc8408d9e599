package com.emlyon.connect.architecture.violations.command.rule;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule between aggregates may remember something. */
record RemembersInSql(JdbcClient database) {}
