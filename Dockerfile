# Seaworthy as an image: docker run --rm -v "$PWD:/work:ro" seaworthy audit
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Seaworthy.Cli --configuration Release --use-current-runtime --self-contained false --output /program \
    -p:PackAsTool=false -p:NuGetLockFilePath=/tmp/unlocked.json --verbosity quiet

FROM mcr.microsoft.com/dotnet/runtime:10.0
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    # The repository is mounted, and belongs to whoever owns it outside.
    && git config --system --add safe.directory '*'
COPY --from=build /program /opt/seaworthy
ENV PATH="/opt/seaworthy:${PATH}"
USER 1000
WORKDIR /work
ENTRYPOINT ["seaworthy"]
CMD ["audit"]
