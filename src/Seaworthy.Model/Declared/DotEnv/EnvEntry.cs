using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.DotEnv;

/// <summary>One variable of a dotenv file.</summary>
/// <param name="Value">Null for a name without <c>=</c>: taken from the reader's own environment.</param>
/// <param name="Span">The statement, from the name (or <c>export</c>) to the end of the value.</param>
public sealed record EnvEntry(Fact<string> Name, Template? Value, SourceSpan Span)
{
    public bool IsExported { get; init; }

    public EnvQuote Quote { get; init; }

    /// <summary>The comment on the same line, without its <c>#</c>.</summary>
    public Fact<string>? Comment { get; init; }

    /// <summary>An empty value, quoted or not.</summary>
    public bool IsEmpty => Value is { Raw.Length: 0 };
}
