namespace Seaworthy.Engine.Wiring;

/// <summary>An end of wires.</summary>
/// <param name="Target">The target it runs in; null for what is outside every target.</param>
/// <param name="Name">As a person calls it.</param>
public sealed record WireNode(string Id, string? Target, string Name, WireNodeKind Kind);
