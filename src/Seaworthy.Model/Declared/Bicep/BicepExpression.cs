using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary>An expression of Bicep, as it is written.</summary>
/// <remarks>Source: Bicep documentation, "Data types", "Operators", "Functions", "Lambda functions", "Iterative loops".</remarks>
public abstract record BicepExpression(SourceSpan Span)
{
    /// <summary>Every expression within it, itself included, each before its parts.</summary>
    public IEnumerable<BicepExpression> All
    {
        get
        {
            // Chains are long on purpose in hostile files: no recursion.
            Stack<BicepExpression> left = new([this]);
            while (left.TryPop(out var next))
            {
                yield return next;
                foreach (var part in next.Parts.Reverse())
                {
                    left.Push(part);
                }
            }
        }
    }

    /// <summary>What it is directly made of.</summary>
    public virtual IReadOnlyList<BicepExpression> Parts => [];

    /// <summary>A text without holes, a number, a truth value, or <c>null</c>.</summary>
    public sealed record Literal(string Text, bool IsText, SourceSpan Span) : BicepExpression(Span)
    {
        public bool IsNull => !IsText && Text == "null";
    }

    /// <summary>A text with holes; its literal parts are literals.</summary>
    public sealed record Template(IReadOnlyList<BicepExpression> Pieces, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => Pieces;
    }

    /// <summary>A parameter, a variable, a resource, a module, a name of a loop.</summary>
    public sealed record Name(string Text, SourceSpan Span) : BicepExpression(Span);

    /// <summary><c>of.text</c>, <c>of.?text</c>, <c>of::text</c>.</summary>
    public sealed record Member(BicepExpression Of, string Text, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Of];
    }

    /// <summary><c>of[key]</c>, <c>of[?key]</c>.</summary>
    public sealed record Index(BicepExpression Of, BicepExpression Key, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Of, Key];
    }

    public sealed record Call(string Function, IReadOnlyList<BicepExpression> Arguments, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => Arguments;
    }

    /// <summary><c>of.function(arguments)</c>: of a resource, or with the namespace before it.</summary>
    public sealed record Invocation(BicepExpression Of, string Function, IReadOnlyList<BicepExpression> Arguments, SourceSpan Span)
        : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Of, .. Arguments];
    }

    public sealed record Array(IReadOnlyList<BicepExpression> Items, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => Items;
    }

    public sealed record Object(IReadOnlyList<BicepItem> Items, SourceSpan Span) : BicepExpression(Span)
    {
        /// <summary>Resources that are declared within another.</summary>
        public IReadOnlyList<BicepStatement> Nested { get; init; } = [];

        public override IReadOnlyList<BicepExpression> Parts =>
            [.. Items.SelectMany(item => item.Key is { } key ? new[] { key, item.Value } : [item.Value])];

        /// <summary>The value that is written under a name; null when none is.</summary>
        public BicepItem? this[string name] => Items.FirstOrDefault(item => item.Name == name);
    }

    /// <summary><c>condition ? then : else</c>.</summary>
    public sealed record Conditional(BicepExpression Condition, BicepExpression Then, BicepExpression Else, SourceSpan Span)
        : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Condition, Then, Else];
    }

    /// <summary><c>left == right</c>, <c>a + b</c>, <c>!a</c> (then there is no right).</summary>
    public sealed record Operation(string Sign, BicepExpression Left, BicepExpression? Right, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => Right is null ? [Left] : [Left, Right];
    }

    /// <summary><c>[for (item, index) in collection: if (condition) result]</c>.</summary>
    public sealed record For(IReadOnlyList<string> Names, BicepExpression Collection, BicepExpression Result, SourceSpan Span)
        : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Collection, Result];
    }

    /// <summary><c>if (condition) { … }</c>, before a body.</summary>
    public sealed record If(BicepExpression Condition, BicepExpression Body, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Condition, Body];
    }

    /// <summary><c>(a, b) => result</c>.</summary>
    public sealed record Lambda(IReadOnlyList<string> Names, BicepExpression Result, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Result];
    }

    /// <summary><c>...of</c>: its elements or properties.</summary>
    public sealed record Spread(BicepExpression Of, SourceSpan Span) : BicepExpression(Span)
    {
        public override IReadOnlyList<BicepExpression> Parts => [Of];
    }

    /// <summary>What was not understood, or is filled in before the file is used.</summary>
    public sealed record Unread(SourceSpan Span) : BicepExpression(Span);
}
