using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A library or binary of a crate. Nothing is filled in: a name or path that is not written is null.</summary>
public sealed record CargoTarget(Fact<string>? Name, Fact<string>? Path, SourceSpan Span);
