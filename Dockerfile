# Builds with a JDK, installs with the JRE that runs it, as the ahead-of-time cache fits no other, and runs as a user without rights.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -DskipTests

FROM eclipse-temurin:25-jre AS installation
RUN useradd --system --uid 10001 --no-create-home connect \
 && install -d -o connect /opt/emlyon-connect
COPY --from=build /src/app/target/emlyon-connect.jar /tmp/emlyon-connect.jar
# PostgreSQL, which the training run starts, refuses to be root.
USER connect
RUN java -jar /tmp/emlyon-connect.jar install /opt/emlyon-connect/1

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home connect \
 && install -d -o connect -g connect /data
COPY --from=installation /opt/emlyon-connect/1 /opt/emlyon-connect
USER connect
ENV DATA_DIR=/data PORT=3001
VOLUME /data
EXPOSE 3001
# The image has no curl; bash can speak HTTP/1.0 by itself.
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s CMD \
  ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /api/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["/opt/emlyon-connect/bin/connect"]
