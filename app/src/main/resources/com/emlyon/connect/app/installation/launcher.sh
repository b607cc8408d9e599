#!/bin/sh
# Starts the service, or runs one of its commands: see `connect --help`. JAVA_OPTS has further options for the JVM.
home=$(dirname "$(dirname "$(readlink -f "$0")")")

# The JVM that installed: the ahead-of-time cache fits no other.
java='@java@'
if [ ! -x "$java" ]; then
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
fi

# What the JVM has to say goes to the standard error, so that programs can read what commands print.
options='-Xlog:disable -Xlog:all=warning,aot*=error:stderr --enable-native-access=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError'
if [ -f "$home/connect.aot" ]; then
  options="$options -XX:AOTCache=$home/connect.aot"
fi
case ${1:-serve} in
  serve | -* | verify | rebuild) ;;
  # Over before much would be compiled well.
  *) options="$options -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" ;;
esac

exec "$java" $options ${JAVA_OPTS:-} -jar "$home/emlyon-connect.jar" "$@"
