using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary>An expression of HCL, as it is written.</summary>
/// <remarks>Source: HCL Native Syntax Specification, "Expressions".</remarks>
public abstract record HclExpression(SourceSpan Span)
{
    /// <summary>Every expression within it, itself included, each before its parts.</summary>
    public IEnumerable<HclExpression> All
    {
        get
        {
            // Chains are long on purpose in hostile files: no recursion.
            Stack<HclExpression> left = new([this]);
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
    public virtual IReadOnlyList<HclExpression> Parts => [];

    /// <summary>
    /// <c>aws_lb.main.arn</c> as its names, up to the first index that is computed; empty when it does not start with a name. The prefix <c>resource.</c>, which may stand before
    /// the type, is left out.
    /// </summary>
    /// <remarks>Source: Terraform, "References to Named Values", Resources.</remarks>
    public IReadOnlyList<string> Path =>
        this switch
        {
            Name name => [name.Text],
            Member { Of: Name { Text: "resource" } } member => [member.Text],
            Member { Of.Path: { Count: > 0 } above } member => [.. above, member.Text],
            Index { Of.Path: { Count: > 0 } above } => above,
            Splat { Of.Path: { Count: > 0 } above } => above,
            _ => [],
        };

    /// <summary>A text without holes, a number, a truth value, or <c>null</c>.</summary>
    public sealed record Literal(string Text, bool IsText, SourceSpan Span) : HclExpression(Span)
    {
        public bool IsNull => !IsText && Text == "null";
    }

    /// <summary>A text with holes; its literal parts are literals.</summary>
    public sealed record Template(IReadOnlyList<HclExpression> Pieces, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => Pieces;
    }

    /// <summary>The first word of a reference: <c>var</c>, <c>local</c>, the type of a resource.</summary>
    public sealed record Name(string Text, SourceSpan Span) : HclExpression(Span);

    /// <summary><c>of.text</c>.</summary>
    public sealed record Member(HclExpression Of, string Text, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => [Of];
    }

    /// <summary><c>of[key]</c>.</summary>
    public sealed record Index(HclExpression Of, HclExpression Key, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => [Of, Key];
    }

    /// <summary><c>of[*]</c> or <c>of.*</c>.</summary>
    public sealed record Splat(HclExpression Of, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => [Of];
    }

    public sealed record Call(string Function, IReadOnlyList<HclExpression> Arguments, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => Arguments;

        /// <summary>The last argument stands for all of its elements: <c>f(list...)</c>.</summary>
        public bool IsExpanded { get; init; }
    }

    public sealed record Tuple(IReadOnlyList<HclExpression> Items, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => Items;
    }

    public sealed record Object(IReadOnlyList<HclItem> Items, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => [.. Items.SelectMany(item => new[] { item.Key, item.Value })];
    }

    /// <summary><c>condition ? then : else</c>.</summary>
    public sealed record Conditional(HclExpression Condition, HclExpression Then, HclExpression Else, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => [Condition, Then, Else];
    }

    /// <summary><c>left == right</c>, <c>a + b</c>, <c>!a</c> (then there is no right).</summary>
    public sealed record Operation(string Sign, HclExpression Left, HclExpression? Right, SourceSpan Span) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts => Right is null ? [Left] : [Left, Right];
    }

    /// <summary><c>[for key, value in collection : result if condition]</c>; with a result key it makes an object.</summary>
    public sealed record For(
        IReadOnlyList<string> Names,
        HclExpression Collection,
        HclExpression? ResultKey,
        HclExpression Result,
        HclExpression? Condition,
        SourceSpan Span
    ) : HclExpression(Span)
    {
        public override IReadOnlyList<HclExpression> Parts =>
            [Collection, .. new[] { ResultKey, Result, Condition }.OfType<HclExpression>()];
    }

    /// <summary>What was not understood.</summary>
    public sealed record Unread(SourceSpan Span) : HclExpression(Span);
}
