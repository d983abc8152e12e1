using System.Text.Json;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable is given a plain text where the settings class of the program takes JSON.</summary>
internal sealed class ValueNotJson : Rule<VariableUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/value-not-json",
            Title = "Plain text for a setting that is taken as JSON",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "The program stops while it reads its settings, before it answers anything.",
            Holds = "What the workload is given for lists and mappings is JSON.",
        };

    public override IEnumerable<VariableUse> Subjects(Deployment deployment) =>
        deployment
            .Variables.SelectMany(variables => variables.Uses)
            .Where(use => use is { Supply.Value.Text.Length: > 0 } && use.Reads.Any(read => read.IsJson))
            .DistinctBy(use => (use.Name, use.Supply?.Span));

    protected override Subject Identify(VariableUse subject) => new(subject.Name, subject.Supply?.Span ?? subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(VariableUse subject, Deployment deployment)
    {
        if (subject.Supply is not { Value.Text: { } text } supply || IsJson(text))
        {
            yield break;
        }

        var field = subject.Reads.First(read => read.IsJson);
        var message = $"{subject.Workload.Name} is given {subject.Name} as plain text, but its settings take it as JSON";
        yield return (
            subject.IsLoaded
                ? Fail(supply.Span, $"{message}: it stops at start with `error parsing value for field`.")
                : Warn(supply.Span, $"{message}: whatever loads them stops with `error parsing value for field`.").As(Severity.High)
        )
            .Related(field.Span, "declared here")
            .Remedy(
                $"Write a JSON value in {supply.Span}, for a list `[\"…\",\"…\"]`, or let {field.Span} decode it itself (`Annotated[…, NoDecode]` with a validator)."
            )
            .Verify(VariableWords.Show(subject.Workload, subject.Name));
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
