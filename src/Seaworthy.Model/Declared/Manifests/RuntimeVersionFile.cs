using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A file whose purpose is to pin runtimes: <c>.nvmrc</c>, <c>.node-version</c>, <c>.python-version</c>, <c>.ruby-version</c>, <c>.tool-versions</c>, <c>runtime.txt</c>, <c>rust-toolchain(.toml)</c>, <c>global.json</c>.</summary>
public sealed record RuntimeVersionFile(SourceFile File, IReadOnlyList<RuntimeRequirement> Runtimes) : Artifact(File);
