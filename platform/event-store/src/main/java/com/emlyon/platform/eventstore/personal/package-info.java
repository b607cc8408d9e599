/** Personal data in facts: encrypted with a key for each person, which is destroyed when the person is erased. */
@NullMarked
package com.emlyon.platform.eventstore.personal;

import org.jspecify.annotations.NullMarked;
