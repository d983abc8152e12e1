using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary><c>[[vm]]</c>: the size of machines.</summary>
public sealed record FlyMachine(SourceSpan Span)
{
    public Fact<string>? Size { get; init; }

    public Fact<string>? Memory { get; init; }

    public Fact<string>? Cpus { get; init; }

    public IReadOnlyList<Fact<string>> Processes { get; init; } = [];
}
