/** Everything that is held about somebody, for them to take along. */
@NullMarked
package com.emlyon.connect.app.export;

import org.jspecify.annotations.NullMarked;
