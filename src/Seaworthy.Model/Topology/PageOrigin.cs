using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A page that one workload serves calls another by its published port, and that one lists the origins from which it may be called.</summary>
/// <param name="Page">Serves the page.</param>
/// <param name="Port">Where a browser gets it.</param>
/// <param name="Called">Answers the calls.</param>
/// <remarks>Source: Fetch standard, "CORS protocol": the origin is scheme, host and port of the page.</remarks>
public sealed record PageOrigin(Workload Page, PortBinding Port, Workload Called)
{
    /// <summary>The address of the called one in the page.</summary>
    public required SourceSpan Address { get; init; }

    /// <summary>The origins that are allowed, as written.</summary>
    public required IReadOnlyList<Fact<string>> Allowed { get; init; }

    /// <summary>Why others may be allowed, or the page may be had elsewhere; null when nothing suggests it.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The origins of the page, the usual one first.</summary>
    public IReadOnlyList<string> Origins =>
        Port.Published is 80
            ? ["http://localhost", "http://127.0.0.1"]
            : [$"http://localhost:{Port.Published}", $"http://127.0.0.1:{Port.Published}"];

    public bool IsAllowed => Allowed.Any(origin => origin.Value is "*" or "true" || Origins.Contains(origin.Value.TrimEnd('/')));
}
