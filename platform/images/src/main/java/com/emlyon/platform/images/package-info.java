/** Makes clean, scaled pictures of untrusted bytes, within limits of memory and time. */
@NullMarked
package com.emlyon.platform.images;

import org.jspecify.annotations.NullMarked;
