using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The parts that the tables of the Compose specification share.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, and the conversions that Compose itself does while it interpolates.</remarks>
internal static class ComposeShapes
{
    public static Shape AnyText { get; } = Shape.Of(Text);

    public static Shape StringOrNumber { get; } = Shape.Of(Text | Number);

    public static Shape StringOrInteger { get; } = Shape.Of(Text | Integer);

    /// <summary>True or false; a text is taken when it converts.</summary>
    public static Shape Flag { get; } = Shape.Of(ScalarKinds.Flag | Text, ComposeLiterals.Flag);

    /// <summary>True or false, or a text that Compose does not look at while it loads.</summary>
    public static Shape LooseFlag { get; } = Shape.Of(ScalarKinds.Flag | Text);

    public static Shape Count { get; } = Shape.Of(Text | Integer, ComposeLiterals.Integer);

    public static Shape Fractional { get; } = Shape.Of(Text | Number, ComposeLiterals.Number);

    public static Shape Duration { get; } = Shape.Of(Text, ComposeLiterals.Duration);

    public static Shape Size { get; } = Shape.Of(Text | Number, ComposeLiterals.Size);

    public static Shape Strings { get; } = Shape.ListOf(AnyText);

    public static Shape UniqueStrings { get; } = Shape.ListOf(AnyText, unique: true);

    public static Shape StringOrStrings { get; } = AnyText with { Items = AnyText };

    /// <summary>A mapping of names to scalars, or a list of <c>NAME=value</c>.</summary>
    public static Shape Pairs { get; } = new() { Items = AnyText, Values = Shape.Of(Any) };

    /// <summary>A mapping of names to texts or numbers.</summary>
    public static Shape Options { get; } = Shape.MapOf(StringOrNumber);

    public static Shape Command { get; } = new() { Scalars = Text | Null, Items = AnyText };

    public static Shape ExtraHosts { get; } =
        new()
        {
            Items = AnyText,
            HasUniqueItems = true,
            Values = AnyText with { Items = AnyText },
        };

    public static Shape Ulimits { get; } =
        Shape.MapOf(
            Object("a limit", [new("soft", Count), new("hard", Count)]) with
            {
                Scalars = Text | Integer,
                Check = ComposeLiterals.Integer,
                Required = ["soft", "hard"],
            }
        );

    public static Shape Grants { get; } =
        Shape.ListOf(
            Object(
                "a secret or config of a service",
                [new("source", AnyText), new("target", AnyText), new("uid", AnyText), new("gid", AnyText), new("mode", StringOrNumber)]
            ) with
            {
                Scalars = Text,
            }
        );

    public static Shape Hook { get; } =
        Object(
            "a hook",
            [
                new("command", Command),
                new("user", AnyText),
                new("privileged", LooseFlag),
                new("working_dir", AnyText),
                new("environment", Pairs),
            ]
        );

    public static Shape Devices { get; } =
        Shape.ListOf(
            Object(
                "a device",
                [
                    new("capabilities", UniqueStrings),
                    new("count", StringOrInteger),
                    new("device_ids", UniqueStrings),
                    new("driver", AnyText),
                    new("options", Pairs),
                ]
            )
        );

    /// <summary>A mapping whose keys the specification lists; <c>x-</c> keys are the author's.</summary>
    public static Shape Object(string what, IReadOnlyList<ShapeKey> keys, bool extensions = true) =>
        new(what) { Keys = keys.ToDictionary(pair => pair.Key, pair => pair.Shape, StringComparer.Ordinal), HasExtensions = extensions };

    public static Shape OneOf(params string[] words) =>
        Shape.Of(Text, text => words.Contains(text) ? null : $"'{text}' is not one of {string.Join(", ", words)}");

    /// <summary>Letters, digits, dot, underscore and hyphen: what services, volumes and networks may be called.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
}
