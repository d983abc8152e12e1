using System.Text.Json;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;

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
                $"Write a JSON value in {subject.Value.Span}, for a list `[\"…\",\"…\"]`, or let {subject.Field} decode it itself (`Annotated[…, NoDecode]` with a validator, which pydantic-settings has from 2.7 on{OlderSettings(deployment)})."
            )
            .VerifyOneGone();
    }

    /// <summary>Where an older release of the library is pinned, as the end of a sentence.</summary>
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
