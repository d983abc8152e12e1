using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A path under a name. The path is as written, relative to the manifest's directory.</summary>
public sealed record NamedPath(string Name, string Path, SourceSpan Span);
