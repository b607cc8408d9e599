#!/bin/sh
# Starts the service, or runs one of its commands: see `connect --help`. JAVA_OPTS has further options for the JVM.
home=$(dirname "$(dirname "$(readlink -f "$0")")")

# The JVM that installed: the ahead-of-time cache fits no other.
java='@java@'
if [ ! -x "$java" ]; then
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
fi

# An asterisk in JAVA_OPTS is not the name of a file.
set -f
command=${1:-serve}
# shellcheck disable=SC2086 # several options
set -- ${JAVA_OPTS:-} -jar "$home/emlyon-connect.jar" "$@"
collector=-XX:+UseSerialGC
case $command in
  # These compute for as long as there is data. On one or two processors the serial collector is as fast as G1, with far less memory.
  serve | -* | verify | rebuild | audit | backup | restore | rotate-key)
    if [ "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" -gt 2 ]; then
      collector=-XX:+UseG1GC
    fi
    ;;
  # Over before more compilation would pay.
  *) set -- -XX:TieredStopAtLevel=1 "$@" ;;
esac
given="${JAVA_OPTS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}"
case $given in
  *GC*) ;;
  *) set -- "$collector" "$@" ;;
esac
case $given in
  *-Xms* | *-XX:Initial*) ;;
  # The JVM would begin with a heap of 1/64 of the memory of the machine.
  *) set -- -Xms64m "$@" ;;
esac
if [ -f "$home/connect.aot" ]; then
  set -- "-XX:AOTCache=$home/connect.aot" "$@"
fi

# What the JVM has to say goes to the standard error, so that programs can read what commands print.
exec "$java" -Xlog:disable '-Xlog:all=warning,aot*=error:stderr' --enable-native-access=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError "$@"
