/** Health and metrics for operators. */
@NullMarked
package com.emlyon.connect.app.operations;

import org.jspecify.annotations.NullMarked;
