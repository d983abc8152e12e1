namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>A build argument of a Bake target.</summary>
public sealed record BakeArgument(string Name, BakeText Value);
