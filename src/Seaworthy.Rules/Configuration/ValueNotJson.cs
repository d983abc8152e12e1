using System.Text.Json;
using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable is given a plain text where the settings class of the program takes JSON.</summary>
internal sealed class ValueNotJson : Rule<JsonSetting>
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

    public override IEnumerable<JsonSetting> Subjects(Deployment deployment) =>
        JsonSetting.All(deployment).DistinctBy(setting => new { setting.Name, setting.Value.Span });

    protected override Subject Identify(JsonSetting subject) => new(subject.Name, subject.Value.Span);

    protected override IEnumerable<Verdict> Check(JsonSetting subject, Deployment deployment)
    {
        if (IsJson(subject.Value.Value))
        {
            yield break;
        }

        var message = $"{subject.Owner} is given {subject.Name} as plain text, but its settings take it as JSON";
        yield return (
            subject.IsLoaded
                ? Fail(subject.Value.Span, $"{message}: it stops at start with `error parsing value for field`.")
                : LikelyFail(subject.Value.Span, $"{message}: whatever loads them stops with `error parsing value for field`.")
                    .As(Severity.High)
        )
            .Related(subject.Field, "declared here")
            .Remedy(
                $"Write a JSON value in {subject.Value.Span}, for a list `[\"…\",\"…\"]`, or let {subject.Field} decode it itself (`Annotated[…, NoDecode]` with a validator)."
            )
            .VerifyOneGone();
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
