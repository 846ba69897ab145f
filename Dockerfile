# The harness and its reference server.
#
#   docker build -t dicomweb-harness .
#   docker run --rm -p 8080:8080 dicomweb-harness
#   mkdir -p results   # else Docker makes it as root, and the run cannot write there
#   docker run --rm --user "$(id -u)" -v "$PWD/results:/work" dicomweb-harness conformance --target https://pacs.example/dicom-web
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN mkdir packed && npm pack --pack-destination packed

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /src/packed packed
RUN npm install --ignore-scripts --no-audit --no-fund --no-save ./packed/*.tgz && rm -rf packed
RUN mkdir /work && chown node:node /work
ENV PATH=/app/node_modules/.bin:$PATH
USER node
WORKDIR /work
EXPOSE 8080
# Any answer shows that it lives: with a token, it answers 401.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["node", "-e", "fetch('http://127.0.0.1:8080/dicom-web/studies').then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["dicomweb-harness"]
CMD ["reference-server", "--host", "0.0.0.0", "--port", "8080"]
