# One image for the companion server (default command) and its worker.
# For a reproducible build, pin the base image:
#   docker build --build-arg NODE=node:22-bookworm-slim@sha256:… .
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS packages
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
COPY recognition/package.json recognition/
COPY server/package.json server/
COPY simulator/package.json simulator/
COPY cloudfunctions/vehicleLicense/package.json cloudfunctions/vehicleLicense/
COPY cloudfunctions/sweep/package.json cloudfunctions/sweep/
# Removes the OCR runtime's binaries for other platforms.
RUN npm ci --omit=dev --workspace=server --workspace=recognition \
  && find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -type d \
    ! -path "*/$(node -p 'process.platform')/$(node -p 'process.arch')" -exec rm -r {} +

FROM ${NODE}
# Lets Node listen on port 80, which WeChat's CloudRun expects, without root.
RUN apt-get update && apt-get install -y --no-install-recommends libcap2-bin \
  && setcap cap_net_bind_service=+ep "$(command -v node)" \
  && apt-get purge -y --auto-remove libcap2-bin \
  && rm -rf /var/lib/apt/lists/* /usr/local/lib/node_modules /opt/yarn*

WORKDIR /app
COPY --from=packages /app ./
COPY tsconfig.base.json ./
COPY miniprogram/image miniprogram/image
COPY miniprogram/strings miniprogram/strings
COPY miniprogram/vehicle-license miniprogram/vehicle-license
COPY recognition recognition
COPY server server
COPY scripts/serve.ts scripts/service.ts scripts/worker.ts scripts/paths.ts scripts/ready.mjs scripts/
COPY scripts/command scripts/command

ENV NODE_ENV=production HOST=0.0.0.0 PORT=80
USER node
EXPOSE 80
# Unhealthy without models or Redis.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "scripts/ready.mjs"]
CMD ["node", "--import", "tsx", "scripts/serve.ts"]
