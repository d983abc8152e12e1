using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable is plain text where the program's settings class expects JSON.</summary>
internal sealed class ValueNotJson : Rule<JsonSetting>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/value-not-json",
            Title = "Invalid JSON setting",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "The program exits while it loads its settings.",
            Holds = "The values of lists and mappings are JSON.",
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

        var message = $"{subject.Owner} sets {subject.Name} to plain text, but its settings parse it as JSON";
        yield return (
            subject.IsLoaded
                ? Fail(subject.Value.Span, $"{message} and fail with `error parsing value for field`.")
                : LikelyFail(subject.Value.Span, $"{message} and fail with `error parsing value for field`.").As(Severity.High)
        )
            .Related(subject.Field, "declared here")
            .Remedy(
                $"Write a JSON value in {subject.Value.Span}, for a list `[\"…\",\"…\"]`, or decode it in {subject.Field} (`Annotated[…, NoDecode]` with a validator, from pydantic-settings 2.7 on{OlderSettings(deployment)})."
            )
            .VerifyOneGone();
    }

    /// <summary>The pin of an older library release, as the end of a sentence.</summary>
    /// <remarks>Source: pydantic/pydantic-settings, release 2.7.0.</remarks>
    private static string OlderSettings(Deployment deployment)
    {
        var pins = deployment
            .Of<Manifest>()
            .Select(manifest => manifest.Ecosystem == Ecosystem.Python ? manifest.FindDependency("pydantic-settings") : null)
            .OfType<Dependency>()
            .Where(dependency =>
                dependency.Range is ['=', '=', .. var version]
                && VersionLine.Parse(version) is { } pinned
                && VersionLine.Parse("2.7") is { } first
                && pinned.First < first.First
            )
            .ToList();
        return pins is [{ Range: { } range }, ..]
            ? $"; {PlaceList.Of(pins.Select(pin => pin.Span))} {(pins.Count == 1 ? "pins" : "pin")} {range.TrimStart('=')}"
            : "";
    }

    private static bool IsJson(string text) => JsonText.Read(text, _ => true, otherwise: false);
}
