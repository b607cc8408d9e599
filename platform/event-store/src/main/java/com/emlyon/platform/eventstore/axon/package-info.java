/** All that touches Axon Framework: its storage engine, serializer, aggregates in memory, and what is stored with each command. */
@NullMarked
package com.emlyon.platform.eventstore.axon;

import org.jspecify.annotations.NullMarked;
