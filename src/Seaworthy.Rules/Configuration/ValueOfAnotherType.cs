using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable has a value that its program cannot read as the type that it declares.</summary>
/// <remarks>Source: <see cref="ExpectedValue"/>.</remarks>
internal sealed class ValueOfAnotherType : Rule<ValueOfAnotherType.TypedValue>
{
    private const int MostLength = 40;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/value-of-another-type",
            Title = "Environment variable type mismatch",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "The library that reads the settings raises an error, and the program exits while it starts.",
            Holds = "The values of booleans, numbers and choices can be read as such.",
        };

    public override IEnumerable<TypedValue> Subjects(Deployment deployment) =>
        deployment
            .Variables.SelectMany(variables => variables.Uses)
            .Select(Typed)
            .OfType<TypedValue>()
            .DistinctBy(value => new { value.Supply.Name, value.Supply.Span });

    protected override Subject Identify(TypedValue subject) => new(subject.Supply.Name, subject.Supply.Span);

    protected override IEnumerable<Verdict> Check(TypedValue subject, Deployment deployment)
    {
        var (use, supply, read) = subject;
        if (read.Expected is not { } expected || supply.Value.Text is not { } text || expected.Accepts(text))
        {
            yield break;
        }

        var shown = IsHarmless(text) ? $"`{text}`" : "a text";
        var message =
            $"{use.Workload.Name} sets {supply.Name} to {shown}, but {read.Schema ?? expected.Library} reads it as {expected.Title}.";
        yield return (use.IsLoaded ? Fail(supply.Span, message) : LikelyFail(supply.Span, message).As(Severity.High))
            .Related(read.Span, "declared here")
            .Remedy($"Change {supply.Name} in {supply.Span} to {expected.Title}.")
            .VerifyOneGone();
    }

    private static TypedValue? Typed(VariableUse use) =>
        use.Supply is { Value.Text.Length: > 0 } supply && use.Reads.FirstOrDefault(read => read.Expected is not null) is { } read
            ? new TypedValue(use, supply, read)
            : null;

    /// <summary>A word of letters, as a slip has it: anything else may be a secret in the wrong place.</summary>
    private static bool IsHarmless(string text) =>
        text.Length <= MostLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or ' ');

    /// <summary>A value, and the read that asks for a type.</summary>
    internal sealed record TypedValue(VariableUse Use, SuppliedVariable Supply, EnvironmentRead Read);
}
