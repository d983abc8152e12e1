using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A time zone is set to a name that the time zone database does not have.</summary>
/// <remarks>Sources: Django, "Settings", TIME_ZONE; GNU C Library manual, "Specifying the Time Zone with TZ": an unknown name means UTC.</remarks>
internal sealed class UnknownTimeZone : Rule<UnknownTimeZone.Zone>
{
    private const string OfDjango = "django.TIME_ZONE";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/unknown-time-zone",
            Title = "Unknown time zone",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale =
                "Django does not start with a zone that it does not find; other programs silently use UTC, and jobs run at the wrong hour.",
            Holds = "The time zone database has the zone.",
        };

    public override IEnumerable<Zone> Subjects(Deployment deployment) =>
        OfSettings(deployment).Concat(OfWorkloads(deployment)).DistinctBy(zone => zone.Span);

    protected override Subject Identify(Zone subject) => new(subject.Holder, subject.Span);

    protected override IEnumerable<Verdict> Check(Zone subject, Deployment deployment)
    {
        if (TimeZones.Has(subject.Name))
        {
            yield break;
        }

        var what = $"{subject.Holder} sets the time zone `{subject.Name}`, which the time zone database does not have";
        var near = TimeZones.Near(subject.Name) is { } meant ? $"`{meant}`" : "a name such as `Europe/Berlin`";
        yield return (
            subject.IsOfDjango
                ? Fail(subject.Span, $"{what}: Django does not start.")
                : Warn(subject.Span, $"{what}: most programs then use UTC.").As(Severity.Medium)
        )
            .Remedy($"Write {near} in {subject.Span}.")
            .VerifyGone();
    }

    private static IEnumerable<Zone> OfSettings(Deployment deployment) =>
        from file in deployment.Of<CodeFile>()
        where !file.IsTest
        from setting in file.Settings
        where setting.Name == OfDjango
        let name = (setting.Value as CodeValue.Literal)?.Text
        where name is { Length: > 0 }
        select new Zone(file.File.Path, name, setting.Span, true);

    private static IEnumerable<Zone> OfWorkloads(Deployment deployment) =>
        from workload in deployment.Workloads
        from variable in workload.Supplied
        where variable.Name == "TZ"
        let name = variable.Value.Text
        where name is { Length: > 0 } && IsName(name)
        select new Zone(workload.Name, name, variable.Span, false);

    /// <summary>A name, not a path (<c>:/etc/localtime</c>) or a rule of POSIX (<c>CET-1CEST,M3.5.0</c>).</summary>
    private static bool IsName(string value) => value.All(letter => char.IsAsciiLetter(letter) || letter is '/' or '_' or '-');

    /// <summary>A zone that a file or a workload sets.</summary>
    internal sealed record Zone(string Holder, string Name, SourceSpan Span, bool IsOfDjango);
}
