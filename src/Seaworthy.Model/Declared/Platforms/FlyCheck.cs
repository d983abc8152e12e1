using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A health check.</summary>
/// <param name="Kind"><c>http</c> or <c>tcp</c>.</param>
public sealed record FlyCheck(string Kind, SourceSpan Span)
{
    public Fact<string>? Name { get; init; }

    public Fact<string>? Path { get; init; }

    public Fact<string>? Method { get; init; }

    /// <summary>Only for checks at the top level; others use the service's internal port.</summary>
    public Fact<int>? Port { get; init; }

    public Fact<string>? Interval { get; init; }

    public Fact<string>? Timeout { get; init; }

    public IReadOnlyList<Fact<string>> Processes { get; init; } = [];
}
