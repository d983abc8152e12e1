namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>A known key of a mapping, and what its value may look like; a key that ends with <c>!</c> is required.</summary>
internal sealed record ShapeKey(string Key, Shape Shape);
