/** The service under test as a process of its own, and the students who use it. */
@NullMarked
package com.emlyon.connect.bench.service;

import org.jspecify.annotations.NullMarked;
