/** Facts (domain events) as the store keeps them: their names, their revisions, and how facts of older revisions are read. */
@NullMarked
package com.emlyon.platform.eventstore.fact;

import org.jspecify.annotations.NullMarked;
