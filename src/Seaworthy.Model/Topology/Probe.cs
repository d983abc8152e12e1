using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A check of a running workload: HEALTHCHECK, compose healthcheck, Kubernetes probe, platform check, a smoke test of a pipeline.</summary>
public sealed partial record Probe
{
    /// <summary>Who probes, in a few words: <c>compose healthcheck</c>, <c>livenessProbe</c>.</summary>
    public required string Origin { get; init; }

    public required ProbeKind Kind { get; init; }

    public required SourceSpan Span { get; init; }

    public int? Port { get; init; }

    /// <summary>Path without query, for HTTP.</summary>
    public string? Path { get; init; }

    public string Method { get; init; } = "GET";

    /// <summary>Where source of the workload writes the path, although no route that was read has it: it may be served there.</summary>
    public SourceSpan? MentionedAt { get; init; }

    /// <summary>The name probed; null for the container itself.</summary>
    public string? Host { get; init; }

    /// <summary>Programs the check runs inside the container: <c>curl</c>, <c>wget</c>, <c>nc</c>, <c>pg_isready</c>.</summary>
    public IReadOnlyList<Fact<string>> Clients { get; init; } = [];

    /// <summary>The clients that are called by an absolute path, as it is written.</summary>
    public IReadOnlyList<Fact<string>> ClientPaths { get; init; } = [];

    /// <summary>Modules that a Python program in the check imports.</summary>
    public IReadOnlyList<Fact<string>> Imports { get; init; } = [];

    /// <summary>One of the clients is enough: <c>wget … || curl …</c>.</summary>
    public bool ClientsAreAlternatives { get; init; }

    /// <summary>The check passes whatever happens, and why: <c>|| true</c>, <c>|| exit 0</c>, <c>curl</c> without <c>-f</c>.</summary>
    public string? CannotFailBecause { get; init; }

    /// <summary>Of a check that any answer satisfies: no answer at all fails it, as it does <c>curl</c> without <c>-f</c>.</summary>
    public bool NeedsAnAnswer { get; init; }

    /// <summary>The port that is beside the variable which names it: 8080 of <c>localhost:${PORT:-8080}</c>. Null where none does.</summary>
    public string? DefaultPort => PortBesideVariable().Match(Span.Text) is { Success: true } beside ? beside.Groups[1].Value : null;

    /// <summary>It opens a connection through <c>/dev/tcp</c>, which only bash knows.</summary>
    public bool OpensSocket => Span.Text.Contains("/dev/tcp/", StringComparison.Ordinal);

    /// <summary>It calls bash by name.</summary>
    public bool NamesBash => Span.Text.Contains("bash", StringComparison.Ordinal);

    /// <summary>It takes the answer that a path is served for another method alone (405), as far as its words tell.</summary>
    public bool TakesOtherMethod => Span.Text.Contains("405", StringComparison.Ordinal);

    [GeneratedRegex(@":\$\$?\{\w+:?-(\d+)\}")]
    private static partial Regex PortBesideVariable();
}
