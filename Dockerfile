# One image for every role of the server. Written to Docker's documentation: its steps were run one by one in an empty folder,
# no engine has built it.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY . .
# The scripts of three packages are allowed (package.json, allowScripts); no compiler is needed, their binaries are in the packages.
RUN npm install --no-audit --no-fund --loglevel=error \
 && npm run build \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 && rm -rf packages/*/src packages/*/test packages/*/dist/*.tsbuildinfo

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    PASSWRIGHT_DATA=/data \
    PASSWRIGHT_HOST=0.0.0.0 \
    PORT=8080
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/packages ./packages
# The program's own files belong to root; the process can write its data and nothing else.
RUN mkdir /data && chown node:node /data && chmod 755 /app/packages/cli/dist/bin.js && ln -s /app/packages/cli/dist/bin.js /usr/local/bin/passwright
USER node
VOLUME /data
EXPOSE 8080
# Asks whether the database answers, too. A worker has the same address.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Longer than --stop-seconds, or requests under way are cut.
STOPSIGNAL SIGTERM
ENTRYPOINT ["passwright"]
CMD ["serve"]
