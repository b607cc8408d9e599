/** Exports all data that is stored about a student, for that student. */
@NullMarked
package com.emlyon.connect.app.export;

import org.jspecify.annotations.NullMarked;
