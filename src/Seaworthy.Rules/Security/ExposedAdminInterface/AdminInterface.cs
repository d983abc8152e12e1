using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>An admin interface, who can log in, and from where it is reachable.</summary>
/// <param name="Workload">The workload that runs it.</param>
/// <param name="Program">The program.</param>
/// <param name="Ports">The ports that are reachable from everywhere; none if only its own network or the host reaches it.</param>
internal sealed record AdminInterface(Workload Workload, AdminProgram Program, OpenPorts Ports)
{
    /// <summary>Routes that lead to it from outside, through a proxy that is itself reachable from everywhere.</summary>
    public IReadOnlyList<UnguardedRoute> Routes { get; init; } = [];

    /// <summary>Who can log in, as the end of a sentence; null if it requires an account of its owner.</summary>
    public string? Entrance { get; init; }

    /// <summary>The variable that disables the login.</summary>
    public SuppliedVariable? Opener { get; init; }

    /// <summary>Why it may require an account anyway; null if everything is known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The command that starts it; null for an image.</summary>
    public SourceSpan? Command { get; init; }
}
