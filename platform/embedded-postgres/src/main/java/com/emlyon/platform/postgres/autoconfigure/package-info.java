/** Connects a Spring Boot application that names no database to the built-in PostgreSQL. */
@NullMarked
package com.emlyon.platform.postgres.autoconfigure;

import org.jspecify.annotations.NullMarked;
