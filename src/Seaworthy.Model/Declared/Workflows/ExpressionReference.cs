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

    /// <summary>The expression asks whether there is a value, or has another one in its place: <c>env.X != ''</c>, <c>env.X || 'main'</c>, <c>!env.X</c>.</summary>
    public bool AllowsEmpty
    {
        get
        {
            var text = Span.File.Text;
            var end = text.IndexOf('\n', Span.End);
            var after = text.AsSpan(Span.End, (end < 0 ? text.Length : end) - Span.End).TrimStart();
            return after.StartsWith("||", StringComparison.Ordinal)
                || after.StartsWith("== ''", StringComparison.Ordinal)
                || after.StartsWith("!=", StringComparison.Ordinal)
                || (Span.Start > 0 && text[Span.Start - 1] == '!');
        }
    }

    public override string ToString() => string.Join('.', Path);
}
