/**
 * The views that readers see, kept in the memory of each node, and their lists as JSON, which is written once per
 * change for all readers.
 */
@NullMarked
package com.emlyon.connect.app.live;

import org.jspecify.annotations.NullMarked;
