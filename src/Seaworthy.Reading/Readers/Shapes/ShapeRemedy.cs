using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>What was meant by a value of the wrong form, where its text tells.</summary>
internal static class ShapeRemedy
{
    private const int MostLetters = 60;

    public static string? Of(ScalarNode scalar, ScalarKinds kind, Shape shape) =>
        kind == ScalarKinds.Null ? "Give it a value, or delete the key"
        : shape.Items is null || scalar.Value.Length is 0 or > MostLetters || scalar.Value.Contains('\n', StringComparison.Ordinal) ? null
        // Without a blank the dash is the first letter of a text.
        : scalar.Value is ['-', not (' ' or '-'), ..]
            ? $"Put a space after the dash, `- {scalar.Value[1..]}`, since `{scalar.Value}` is one text"
        : $"Write it as a list, `- {scalar.Value}`";

    /// <summary>A key that stands once more below itself: <c>environment:</c> in <c>environment:</c>.</summary>
    public static string? OfSecond(Node node, string path) =>
        node is MappingNode && path.Split('.') is [.., var outer, var inner] && outer == inner
            ? $"Delete this second `{inner}:`, and move its contents to its column"
            : null;
}
