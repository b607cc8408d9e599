/** The state of projections for operators, and starting or cancelling their rebuild from history. */
@NullMarked
package com.emlyon.connect.app.projection;

import org.jspecify.annotations.NullMarked;
