# An image of one static program: docker buildx build --platform linux/amd64,linux/arm64 -t fresh-legs .
FROM rust:1.95-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target,id=fresh-legs-$TARGETARCH \
    cargo build --release --locked --bin fresh-legs \
    && cp target/release/fresh-legs /fresh-legs \
    && mkdir -p /empty/data /empty/tmp

FROM scratch
COPY --from=build /fresh-legs /fresh-legs
COPY config/container.toml /etc/fresh-legs.toml
# Somebody who is nobody, whose data is theirs alone.
COPY --from=build --chown=65532:65532 --chmod=0700 /empty/data /data
COPY --from=build --chown=65532:65532 --chmod=0700 /empty/tmp /tmp
USER 65532:65532
ENV DATABASE_URL=sqlite:///data/fresh-legs.db FRESH_LEGS_CONFIG=/etc/fresh-legs.toml
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s CMD ["/fresh-legs", "health"]
ENTRYPOINT ["/fresh-legs"]
CMD ["run"]
