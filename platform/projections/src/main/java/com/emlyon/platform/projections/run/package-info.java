/** The threads that keep projections up to date and rebuild them. */
@NullMarked
package com.emlyon.platform.projections.run;

import org.jspecify.annotations.NullMarked;
