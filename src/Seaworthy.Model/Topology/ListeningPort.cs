using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A port with every place that decided it, the last word first.</summary>
/// <param name="Host">The address it binds to, when stated: <c>127.0.0.1</c> is out of reach from outside the container.</param>
public sealed record ListeningPort(int Port, string? Host, IReadOnlyList<SourceSpan> Chain)
{
    /// <summary><c>http</c>, <c>grpc</c>, <c>tcp</c>…</summary>
    public string Protocol { get; init; } = "http";

    /// <summary>Nothing that starts the process says it: read from its source alone, or what the program does by itself.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The command says so, or its source was followed; otherwise the port is only somewhere in the source.</summary>
    public bool IsFollowed { get; init; }

    public bool IsLoopback => Host is "127.0.0.1" or "localhost" or "::1";
}
