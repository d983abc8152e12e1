using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>An interface of administration, whom it lets in, and from where it is reached.</summary>
/// <param name="Workload">Whose it is.</param>
/// <param name="Program">What runs in it.</param>
/// <param name="Ports">By which it is reached from everywhere; none where only its own network or the host itself reaches it.</param>
internal sealed record AdminInterface(Workload Workload, AdminProgram Program, OpenPorts Ports)
{
    /// <summary>Whom it lets in, as the end of a sentence; null where it asks for an account of its owner.</summary>
    public string? Entrance { get; init; }

    /// <summary>The variable that takes the sign-in away.</summary>
    public SuppliedVariable? Opener { get; init; }

    /// <summary>Why it may ask for an account all the same; null when everything is known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The command that starts it; null for an image.</summary>
    public SourceSpan? Command { get; init; }
}
