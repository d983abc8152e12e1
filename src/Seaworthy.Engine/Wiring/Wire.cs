namespace Seaworthy.Engine.Wiring;

/// <summary>Somebody reaches somebody.</summary>
/// <param name="From">Identity of a node.</param>
/// <param name="To">Identity of a node.</param>
/// <param name="Label">By what: a variable, a port.</param>
/// <param name="BrokenBecause">Why it leads nowhere; null when it holds.</param>
public sealed record Wire(string From, string To, string Label, string? BrokenBecause);
