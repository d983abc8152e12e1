using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>An import pattern and the paths tried for it, with at most one <c>*</c> in each.</summary>
public sealed record PathAlias(string Pattern, IReadOnlyList<Fact<string>> Targets, SourceSpan Span)
{
    /// <summary>What the <c>*</c> stands for in a module's name, empty without a <c>*</c>; null when the pattern does not match.</summary>
    public string? Rest(string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return Pattern.Split('*') is not [var start, var end] ? (module == Pattern ? "" : null)
            : module.Length >= start.Length + end.Length
            && module.StartsWith(start, StringComparison.Ordinal)
            && module.EndsWith(end, StringComparison.Ordinal)
                ? module[start.Length..^end.Length]
            : null;
    }
}
