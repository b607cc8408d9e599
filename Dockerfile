# Builds with a JDK, runs on a JRE as a user without rights.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -DskipTests

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home connect \
 && install -d -o connect -g connect /data
COPY --from=build /src/app/target/emlyon-connect.jar /app/emlyon-connect.jar
USER connect
ENV DATA_DIR=/data PORT=3001
VOLUME /data
EXPOSE 3001
# The image has no curl; bash can speak HTTP/1.0 by itself.
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s CMD \
  ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /api/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Threads that tell and end sockets must not be missing unnoticed.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/emlyon-connect.jar"]
