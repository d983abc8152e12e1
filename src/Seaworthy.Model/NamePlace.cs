namespace Seaworthy.Model;

/// <summary>Where a text holds a name.</summary>
public sealed record NamePlace(string Name, int At);
