# The companion server and its worker, in one image: `scripts/serve.ts` unless another command is given.
FROM node:20-bookworm-slim

# Lets Node listen on port 80, which WeChat's CloudRun expects, without being root.
RUN apt-get update && apt-get install -y --no-install-recommends libcap2-bin \
  && setcap cap_net_bind_service=+ep "$(command -v node)" \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY .npmrc package.json package-lock.json ./
COPY recognition/package.json recognition/
COPY server/package.json server/
COPY simulator/package.json simulator/
COPY cloudfunctions/vehicleLicense/package.json cloudfunctions/vehicleLicense/
COPY cloudfunctions/sweep/package.json cloudfunctions/sweep/
RUN npm ci --omit=dev --workspace=server --workspace=recognition && npm cache clean --force

COPY tsconfig.base.json ./
COPY miniprogram/vehicle-license miniprogram/vehicle-license
COPY recognition recognition
COPY server server
COPY scripts/serve.ts scripts/service.ts scripts/worker.ts scripts/paths.ts scripts/
COPY scripts/command scripts/command

ENV NODE_ENV=production HOST=0.0.0.0 PORT=80
USER node
EXPOSE 80
# Of the server: without its models or its Redis it is not healthy. A worker's is in compose.yaml.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "scripts/serve.ts"]
