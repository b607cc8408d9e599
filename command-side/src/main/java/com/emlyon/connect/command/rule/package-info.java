/** Rules between aggregates: a fact of one aggregate leads to commands for others. */
@NullMarked
package com.emlyon.connect.command.rule;

import org.jspecify.annotations.NullMarked;
