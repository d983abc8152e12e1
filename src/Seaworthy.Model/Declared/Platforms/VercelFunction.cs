using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>Settings of the functions that a pattern of paths matches.</summary>
public sealed record VercelFunction(Fact<string> Pattern, SourceSpan Span)
{
    public Fact<string>? Runtime { get; init; }

    public Fact<int>? Memory { get; init; }
}
