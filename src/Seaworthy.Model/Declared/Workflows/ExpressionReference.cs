using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A value that an expression takes from a context: <c>secrets.TOKEN</c> is the path <c>secrets</c>, <c>TOKEN</c>.</summary>
/// <param name="Path">The names from the context on, as far as they are literal.</param>
/// <param name="IsPartial">Goes on with something computed (<c>matrix[inputs.key]</c>, <c>steps.*.outcome</c>).</param>
public sealed record ExpressionReference(IReadOnlyList<string> Path, bool IsPartial, SourceSpan Span)
{
    /// <summary>The context's name in lower case: names of contexts do not depend on letter case.</summary>
    public string Context => Path[0].ToLowerInvariant();

    /// <summary>The first name below the context; null when the context is taken whole.</summary>
    public string? Name => Path.Count > 1 ? Path[1] : null;

    public override string ToString() => string.Join('.', Path);
}
