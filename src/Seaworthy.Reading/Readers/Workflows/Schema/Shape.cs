namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>What a value of a workflow may look like. Shapes mirror GitHub's own schema, so that the checker refuses what GitHub refuses and nothing else.</summary>
/// <remarks>Source: the schemas <c>workflow-v1.0</c> and <c>action-v1.0</c> of GitHub's workflow parser, as of August 2026.</remarks>
internal abstract record Shape
{
    /// <summary>Contexts and functions that expressions may use from here down, besides those already allowed above.</summary>
    public IReadOnlyList<string> Allows { get; init; } = [];

    /// <summary>Whatever there is.</summary>
    public sealed record Any : Shape;

    public sealed record Scalar(ScalarType Type) : Shape
    {
        /// <summary>The only values allowed; empty = every one.</summary>
        public IReadOnlyList<string> Values { get; init; } = [];
    }

    public sealed record Sequence(Shape Item) : Shape;

    /// <summary>A mapping with known keys, or with free ones when <paramref name="Loose"/> is given.</summary>
    public sealed record Mapping(IReadOnlyDictionary<string, Shape> Known, Shape? Loose = null) : Shape
    {
        public IReadOnlyList<string> Required { get; init; } = [];
    }

    /// <summary>One of several shapes, distinguished by the kind of node, and among mappings by a key that only one of them has.</summary>
    public sealed record Choice(params IReadOnlyList<Shape> Options) : Shape;

    /// <summary>A shape that contains itself.</summary>
    public sealed record Deferred(Func<Shape> Target) : Shape;
}
