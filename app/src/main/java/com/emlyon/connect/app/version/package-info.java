/** The steps between revisions of facts: for each old revision, the step to the next one. */
@NullMarked
package com.emlyon.connect.app.version;

import org.jspecify.annotations.NullMarked;
