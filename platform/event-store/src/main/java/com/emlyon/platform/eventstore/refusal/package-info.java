/** The reasons why commands are refused. */
@NullMarked
package com.emlyon.platform.eventstore.refusal;

import org.jspecify.annotations.NullMarked;
