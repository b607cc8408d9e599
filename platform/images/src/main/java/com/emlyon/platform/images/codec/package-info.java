/** Decodes stripped files, scales what is decoded, and encodes it again. */
@NullMarked
package com.emlyon.platform.images.codec;

import org.jspecify.annotations.NullMarked;
