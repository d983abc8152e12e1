namespace Seaworthy.Model.Source;

/// <summary>One thing a file states, with its place.</summary>
public sealed record Fact<T>(T Value, SourceSpan Span)
{
    public override string ToString() => $"{Value} ({Span})";
}
