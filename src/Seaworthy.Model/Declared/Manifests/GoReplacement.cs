using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A <c>replace</c> line.</summary>
/// <param name="Target">Another module path, or a directory when it begins with <c>./</c>, <c>../</c> or <c>/</c>.</param>
public sealed record GoReplacement(string Module, string? ModuleVersion, string Target, string? TargetVersion, SourceSpan Span)
{
    public bool IsDirectory =>
        Target.StartsWith("./", StringComparison.Ordinal)
        || Target.StartsWith("../", StringComparison.Ordinal)
        || Target.StartsWith('/')
        || Target is "." or "..";
}
