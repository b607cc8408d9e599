/** The audit trail: what happened that matters to security, in a hash chain in which changes are detected. */
@NullMarked
package com.emlyon.connect.app.audit;

import org.jspecify.annotations.NullMarked;
