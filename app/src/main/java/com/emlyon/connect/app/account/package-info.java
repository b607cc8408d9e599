/** HTTP of the feature account: registration, login, profiles. */
@NullMarked
package com.emlyon.connect.app.account;

import org.jspecify.annotations.NullMarked;
