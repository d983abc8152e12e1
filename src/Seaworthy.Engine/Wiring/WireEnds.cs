namespace Seaworthy.Engine.Wiring;

/// <summary>Who is wired to whom, by the ids of nodes.</summary>
internal sealed record WireEnds(string From, string To);
