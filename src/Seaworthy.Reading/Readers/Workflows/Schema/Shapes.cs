namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The plain shapes that the schemas are built of.</summary>
internal static class Shapes
{
    public static Shape Any { get; } = new Shape.Any();

    public static Shape Text { get; } = new Shape.Scalar(ScalarType.Text);

    public static Shape NonEmptyText { get; } = new Shape.Scalar(ScalarType.NonEmptyText);

    public static Shape Flag { get; } = new Shape.Scalar(ScalarType.Boolean);

    public static Shape Number { get; } = new Shape.Scalar(ScalarType.Number);

    public static Shape Null { get; } = new Shape.Scalar(ScalarType.Null);

    /// <summary>One text or several.</summary>
    public static Shape TextOrList { get; } = new Shape.Choice(NonEmptyText, new Shape.Sequence(NonEmptyText));

    public static Shape TextList { get; } = new Shape.Sequence(NonEmptyText);

    /// <summary>Free keys with texts: <c>env</c>, <c>with</c>.</summary>
    public static Shape TextMap { get; } = new Shape.Mapping(new Dictionary<string, Shape>(), Text);

    public static Shape OneOf(params IReadOnlyList<string> values) => new Shape.Scalar(ScalarType.NonEmptyText) { Values = values };

    public static Shape Condition(params IReadOnlyList<string> allows) => new Shape.Scalar(ScalarType.Condition) { Allows = allows };

    public static Shape Map(Shape value) => new Shape.Mapping(new Dictionary<string, Shape>(), value);

    /// <summary>A mapping with these keys; a key that ends with <c>!</c> is required.</summary>
    public static Shape.Mapping Keys(params IReadOnlyList<ShapeKey> keys) =>
        new(keys.ToDictionary(entry => entry.Key.TrimEnd('!'), entry => entry.Shape, StringComparer.Ordinal))
        {
            Required = [.. keys.Where(entry => entry.Key.EndsWith('!')).Select(entry => entry.Key.TrimEnd('!'))],
        };

    public static Shape OrNull(Shape shape) => new Shape.Choice(Null, shape);
}
