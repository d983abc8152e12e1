using Seaworthy.Model.Declared.Interpolation;

namespace Seaworthy.Model.Topology;

/// <summary>A hole of a configuration, and what becomes of it where the file is put.</summary>
public sealed record PlacedHole(EnvironmentHole Hole, HoleFate Fate);
