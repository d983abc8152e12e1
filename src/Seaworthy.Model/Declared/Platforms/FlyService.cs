using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A way in to an app: <c>[http_service]</c> or one of <c>[[services]]</c>.</summary>
public sealed record FlyService(bool IsHttp, SourceSpan Span)
{
    /// <summary>The port the process must listen on, on all addresses.</summary>
    public Fact<int>? InternalPort { get; init; }

    public Fact<string>? Protocol { get; init; }

    /// <summary>Ports to the outside; those of an HTTP service are 80 and 443.</summary>
    public IReadOnlyList<FlyPort> Ports { get; init; } = [];

    public IReadOnlyList<FlyCheck> Checks { get; init; } = [];

    /// <summary>The process groups it leads to; none means <c>app</c>.</summary>
    public IReadOnlyList<Fact<string>> Processes { get; init; } = [];
}
