namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>One shape a node may have, with everything expressions may use there.</summary>
internal sealed record ShapeOption(Shape Shape, IReadOnlyList<string> Allows);
