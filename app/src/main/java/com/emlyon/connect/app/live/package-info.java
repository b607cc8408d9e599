/** What readers are shown, followed in memory on each node, and the lists in it as JSON, written once after a change for all who read them. */
@NullMarked
package com.emlyon.connect.app.live;

import org.jspecify.annotations.NullMarked;
