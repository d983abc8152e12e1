namespace Seaworthy.Model.Source;

/// <summary>From <paramref name="Offset"/> in a mapped text on, characters come from <paramref name="Source"/> in the file on.</summary>
public readonly record struct MappedSegment(int Offset, int Source);
