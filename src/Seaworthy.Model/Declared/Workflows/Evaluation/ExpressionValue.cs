using System.Globalization;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>The value of an expression as far as it is known before the run.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Literals and Operators.</remarks>
public abstract record ExpressionValue
{
    public static ExpressionValue Nothing { get; } = new Null();

    public static ExpressionValue Open { get; } = new Unknown();

    /// <summary>Whether a condition of this value holds; null when nobody can tell.</summary>
    public abstract bool? Truth { get; }

    /// <summary>The value as text, when it is known.</summary>
    public abstract string? AsText { get; }

    /// <summary>The number that comparisons of unlike types use; null when unknown.</summary>
    public abstract double? AsNumber { get; }

    public static ExpressionValue Of(bool? truth) => truth is { } known ? new Boolean(known) : Open;

    public sealed record Text(string Value) : ExpressionValue
    {
        /// <summary>Put together by <c>format</c>: not among the literals of the workflow.</summary>
        public bool IsComputed { get; init; }

        public override bool? Truth => Value.Length > 0;

        public override string? AsText => Value;

        public override double? AsNumber => Value.Trim().Length == 0 ? 0 : ExpressionNumber.Parse(Value.Trim()) ?? double.NaN;
    }

    public sealed record Number(double Value) : ExpressionValue
    {
        public override bool? Truth => Value != 0 && !double.IsNaN(Value);

        public override string? AsText => Value.ToString("G15", CultureInfo.InvariantCulture);

        public override double? AsNumber => Value;
    }

    public sealed record Boolean(bool Value) : ExpressionValue
    {
        public override bool? Truth => Value;

        public override string? AsText => Value ? "true" : "false";

        public override double? AsNumber => Value ? 1 : 0;
    }

    public sealed record Null : ExpressionValue
    {
        public override bool? Truth => false;

        public override string? AsText => "";

        public override double? AsNumber => 0;
    }

    public sealed record List(IReadOnlyList<ExpressionValue> Items) : ExpressionValue
    {
        public override bool? Truth => true;

        public override string? AsText => null;

        public override double? AsNumber => double.NaN;
    }

    /// <summary>A value that only the run knows.</summary>
    /// <param name="Prefix">For a text: how it begins.</param>
    /// <param name="IsFresh">For a text: none of the literals that the workflow compares it with.</param>
    /// <param name="Known">Its truth, if that is known anyway.</param>
    public sealed record Unknown(string Prefix = "", bool IsFresh = false, bool? Known = null) : ExpressionValue
    {
        public override bool? Truth => Known ?? (Prefix.Length > 0 ? true : null);

        public override string? AsText => null;

        public override double? AsNumber => null;
    }
}
