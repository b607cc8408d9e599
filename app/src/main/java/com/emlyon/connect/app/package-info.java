/** What runs: the entry point of the service. */
@NullMarked
package com.emlyon.connect.app;

import org.jspecify.annotations.NullMarked;
