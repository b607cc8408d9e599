/** What this node cannot do at the moment, because its database or a key is out of reach, and how that is said. */
@NullMarked
package com.emlyon.connect.app.availability;

import org.jspecify.annotations.NullMarked;
