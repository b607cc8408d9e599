/** Benchmarks, each with a main method; docs/benchmarks.md says how to run them. */
@NullMarked
package com.emlyon.connect.bench;

import org.jspecify.annotations.NullMarked;
