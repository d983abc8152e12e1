namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>What a specification allows at a place of a file: scalars, a list and a mapping side by side, as JSON schemas of such files do.</summary>
/// <param name="What">How messages name the place, as <c>a service</c>.</param>
internal sealed record Shape(string What = "a value")
{
    /// <summary>Scalar types that are allowed; none when the place takes no scalar.</summary>
    public ScalarKinds Scalars { get; init; }

    /// <summary>What a literal scalar of an allowed type must be besides: the complaint, or null.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>Problems of <see cref="Check"/> do not stop the reader of the file, but the program that runs it.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>The shape of list elements; null when the place takes no list.</summary>
    public Shape? Items { get; init; }

    /// <summary>Equal scalars may not stand twice in the list.</summary>
    public bool HasUniqueItems { get; init; }

    /// <summary>The known keys; null when the place takes no mapping with known keys.</summary>
    public IReadOnlyDictionary<string, Shape>? Keys { get; init; }

    /// <summary>The shape of values under names that the author chooses.</summary>
    public Shape? Values { get; init; }

    /// <summary>Whether a name that the author chooses is allowed.</summary>
    public Func<string, bool>? AllowsName { get; init; }

    /// <summary>Keys that begin with <c>x-</c> are the author's own.</summary>
    public bool HasExtensions { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Anything may be here.</summary>
    public bool IsAnything { get; init; }

    public bool TakesMapping => Keys is not null || Values is not null;

    public static Shape Anything { get; } = new() { IsAnything = true };

    public static Shape Of(ScalarKinds scalars, Func<string, string?>? check = null) => new() { Scalars = scalars, Check = check };

    public static Shape ListOf(Shape items, bool unique = false) => new() { Items = items, HasUniqueItems = unique };

    public static Shape MapOf(Shape values, string what = "a value") => new(what) { Values = values };
}
