namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>A key that a specification lists, and what it allows there.</summary>
internal sealed record ShapeKey(string Key, Shape Shape);
