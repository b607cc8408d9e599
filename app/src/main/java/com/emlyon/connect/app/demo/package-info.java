/** Demo data: a handful of students to try the service with. */
@NullMarked
package com.emlyon.connect.app.demo;

import org.jspecify.annotations.NullMarked;
