/**
 * {@code Idempotency-Key}: the same key and the same request have one effect and one answer, on every node, for 24 hours
 * (draft-ietf-httpapi-idempotency-key-header-07).
 */
@NullMarked
package com.emlyon.connect.app.idempotency;

import org.jspecify.annotations.NullMarked;
