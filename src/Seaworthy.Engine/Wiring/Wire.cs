using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Wiring;

/// <summary>Somebody reaches somebody.</summary>
/// <param name="From">Identity of a node.</param>
/// <param name="To">Identity of a node.</param>
/// <param name="Label">By what: a variable, a port.</param>
/// <param name="BrokenBecause">Why it leads nowhere; null when it holds.</param>
public sealed record Wire(string From, string To, string Label, string? BrokenBecause)
{
    /// <summary>Where the one names the other.</summary>
    public SourceSpan? FromPlace { get; init; }

    /// <summary>Where the other decides whether it answers, or else is declared; null when there is no such place in the tree.</summary>
    public SourceSpan? ToPlace { get; init; }
}
