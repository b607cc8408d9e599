package com.emlyon.connect.architecture.violations.app;

/** Names that do not say what a class is for. */
final class Unnamed {

    record TextImpl() {}

    record TextManager() {}

    record TextHelper() {}

    record TextUtil() {}

    record TextUtils() {}
}
