using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A value and the path of keys to it.</summary>
/// <param name="Path">Keys joined by dots: <c>image.tag</c>. Lists end the path.</param>
/// <param name="Value">The text of a scalar; null for null, lists and empty mappings.</param>
public sealed record HelmValue(string Path, Fact<string>? Value, SourceSpan KeySpan);
