/** Facts with a past, made up for tests; not below the service's own package, where they would be taken for its facts. */
@NullMarked
package com.emlyon.sample;

import org.jspecify.annotations.NullMarked;
