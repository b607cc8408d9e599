/** Copies of the truth, facts and what belongs to them, and of uploaded pictures: how they are made and brought back. */
@NullMarked
package com.emlyon.connect.app.backup;

import org.jspecify.annotations.NullMarked;
