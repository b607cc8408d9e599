/** What has become of the shapes of facts: for each old revision, the step to the next one. */
@NullMarked
package com.emlyon.connect.app.version;

import org.jspecify.annotations.NullMarked;
