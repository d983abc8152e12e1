namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>A part of a template: text, or an action.</summary>
/// <param name="Start">Where it begins in the source: for an action, at its braces.</param>
/// <param name="Length">For an action, up to the braces that close it.</param>
internal abstract record GoNode(int Start, int Length)
{
    public sealed record Text(int Start, int Length, string Value) : GoNode(Start, Length);

    public sealed record Action(int Start, int Length, GoExpression.Pipeline Pipeline) : GoNode(Start, Length);

    public sealed record If(int Start, int Length, GoExpression.Pipeline Pipeline, IReadOnlyList<GoNode> Body, IReadOnlyList<GoNode> Else)
        : GoNode(Start, Length);

    public sealed record With(int Start, int Length, GoExpression.Pipeline Pipeline, IReadOnlyList<GoNode> Body, IReadOnlyList<GoNode> Else)
        : GoNode(Start, Length);

    public sealed record Range(
        int Start,
        int Length,
        GoExpression.Pipeline Pipeline,
        IReadOnlyList<GoNode> Body,
        IReadOnlyList<GoNode> Else
    ) : GoNode(Start, Length);

    public sealed record Template(int Start, int Length, string Name, int Position, GoExpression.Pipeline? Pipeline)
        : GoNode(Start, Length);

    public sealed record Break(int Start, int Length) : GoNode(Start, Length);

    public sealed record Continue(int Start, int Length) : GoNode(Start, Length);
}
