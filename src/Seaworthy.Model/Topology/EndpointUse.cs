using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An address that a workload is given, or that its code has built in, and who answers there.</summary>
public sealed record EndpointUse
{
    /// <summary>Who would call; null for a caller outside every target (a script, a smoke test).</summary>
    public Workload? Caller { get; init; }

    /// <summary>Who calls, in a few words, for the report.</summary>
    public required string Subject { get; init; }

    /// <summary>How it is named: a variable, a literal in code, a proxy's upstream, a scrape target.</summary>
    public required EndpointOrigin Origin { get; init; }

    /// <summary>The variable that carries it, if one does.</summary>
    public string? Variable { get; init; }

    /// <summary>A short name for this use among others of the caller: its variable, or host and port.</summary>
    public string Name => Variable ?? (Port is { } port ? FormattableString.Invariant($"{Host}:{port}") : Host);

    /// <summary>Nothing in the caller's source reads the variable: no call goes there.</summary>
    public bool IsUnread { get; init; }

    /// <summary>A read of the variable was found: the address is used, not only given. True as well for what no variable carries.</summary>
    public bool IsRead { get; init; }

    public string Scheme { get; init; } = "";

    public required string Host { get; init; }

    public int? Port { get; init; }

    /// <summary>Without query; null when only a base address is named.</summary>
    public string? Path { get; init; }

    public string Method { get; init; } = "*";

    public required SourceSpan Span { get; init; }

    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>Who answers to the host name there.</summary>
    public required HostAnswer Answer { get; init; }

    /// <summary>The workload that answers; for <see cref="HostAnswer.Nobody"/> the one that would, had Docker names for what runs on the host's network.</summary>
    public Workload? Callee { get; init; }

    /// <summary>Host names that would be known there, for the message.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The known host name that the one used is most likely a slip for.</summary>
    public string? Near { get; init; }

    /// <summary>A comment above the place mentions a compose file outside of the repository, which may know the name.</summary>
    public SourceSpan? StackOutside { get; init; }

    /// <summary>Where somebody tells that the host exists outside, which the tree does not show.</summary>
    public SourceSpan? ToldAt { get; init; }

    /// <summary>Neither scheme nor port is written: only the variable's name tells that the word is a host.</summary>
    public bool IsBareWord { get; init; }

    /// <summary>For <see cref="HostAnswer.Undecided"/>: the reason.</summary>
    public string? UndecidedBecause { get; init; }
}
