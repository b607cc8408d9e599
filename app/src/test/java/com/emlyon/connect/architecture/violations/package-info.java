/** A small house with the rooms of the real one, in which every rule is broken on purpose: no package below says so. */
@NullMarked
package com.emlyon.connect.architecture.violations;

import org.jspecify.annotations.NullMarked;
