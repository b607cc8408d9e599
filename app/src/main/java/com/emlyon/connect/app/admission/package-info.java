/**
 * Limits how many requests are served at once, in all and of each account. Further requests wait for a while or are
 * refused with 503.
 */
@NullMarked
package com.emlyon.connect.app.admission;

import org.jspecify.annotations.NullMarked;
