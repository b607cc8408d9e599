/** The audit trail: what is in it, and that nobody changes or floods it. */
@NullMarked
package com.emlyon.connect.audit;

import org.jspecify.annotations.NullMarked;
