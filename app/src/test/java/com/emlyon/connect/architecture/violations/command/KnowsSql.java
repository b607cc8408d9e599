package com.emlyon.connect.architecture.violations.command;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision that looks into a database. */
record KnowsSql(Connection connection, JdbcClient database) {}
