using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A rule that sends requests of a path elsewhere: a route, rewrite or redirect.</summary>
/// <param name="Kind"><c>route</c>, <c>rewrite</c> or <c>redirect</c>.</param>
public sealed record PlatformRewrite(string Kind, Fact<string> From, Fact<string>? To, SourceSpan Span)
{
    public Fact<string>? Status { get; init; }
}
