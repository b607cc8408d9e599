/** Projections of facts to tables in PostgreSQL, ready to be used by an application of Spring Boot. */
@NullMarked
package com.emlyon.platform.projections;

import org.jspecify.annotations.NullMarked;
