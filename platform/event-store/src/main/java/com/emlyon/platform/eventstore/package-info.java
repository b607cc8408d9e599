/** An append-only event store in PostgreSQL, ready to be used by an application of Spring Boot and Axon Framework. */
@NullMarked
package com.emlyon.platform.eventstore;

import org.jspecify.annotations.NullMarked;
