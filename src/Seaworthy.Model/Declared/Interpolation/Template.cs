using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Interpolation;

/// <summary>A value with holes, as compose, dotenv files and many platforms write it: literal text and <c>${NAME:-default}</c> in order.</summary>
public sealed record Template(string Raw, IReadOnlyList<TemplatePart> Parts, SourceSpan Span)
{
    /// <summary>The value, when it has no holes.</summary>
    public string? Literal => Parts.All(part => part.Variable is null) ? string.Concat(Parts.Select(part => part.Text)) : null;

    public IEnumerable<TemplatePart> Variables => Parts.Where(part => part.Variable is not null);

    public static Template Of(string literal, SourceSpan span) => new(literal, [new TemplatePart(literal)], span);

    public override string ToString() => Raw;
}
