namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>What a shape allows, in the words of a message.</summary>
internal static class ShapeWords
{
    public static string UnknownKey(string key, Shape shape, string? near) =>
        shape.Keys is null
            ? $"'{key}' is not a valid name for {shape.What}"
            : $"'{key}' is not a key of {shape.What}{(near is null ? "" : $"; did you mean '{near}'?")}";

    public static string Expected(Shape shape)
    {
        List<string> names = [];
        AddIf(names, shape.TakesMapping, "a mapping");
        AddIf(names, shape.Items is not null, "a list");
        AddIf(names, shape.Scalars.HasFlag(ScalarKinds.Text), "a string");
        AddIf(names, shape.Scalars.HasFlag(ScalarKinds.Fraction), "a number");
        AddIf(names, shape.Scalars.HasFlag(ScalarKinds.Integer) && !shape.Scalars.HasFlag(ScalarKinds.Fraction), "an integer");
        AddIf(names, shape.Scalars.HasFlag(ScalarKinds.Flag), "true or false");
        AddIf(names, shape.Scalars.HasFlag(ScalarKinds.Null), "empty");
        return string.Join(" or ", names);
    }

    private static void AddIf(List<string> names, bool condition, string name)
    {
        if (condition)
        {
            names.Add(name);
        }
    }
}
