using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>The build of an image caches Laravel's configuration, and the containers get their values later.</summary>
/// <remarks>Source: Laravel documentation, "Configuration Caching".</remarks>
internal sealed class ConfigurationCachedInBuild : Rule<CachedConfiguration>
{
    private const int MostNames = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/configuration-cached-in-build",
            Title = "Laravel configuration cached at build",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "With a cached configuration Laravel does not look at the environment: the application keeps the defaults of the build, such as SQLite and localhost.",
            Holds = "Each container writes the configuration cache at its start, or the build has its values.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<CachedConfiguration>(CachedConfigurations.Link)];

    public override IEnumerable<CachedConfiguration> Subjects(Deployment deployment) => deployment.All<CachedConfiguration>();

    protected override Subject Identify(CachedConfiguration subject) => new(subject.Image.Name, subject.Command.Command.Span);

    protected override IEnumerable<Verdict> Check(CachedConfiguration subject, Deployment deployment)
    {
        if (!subject.IsKept)
        {
            yield break;
        }

        var command = subject.Command.Command;
        var cached = $"{subject.Image.Name} runs `{command.Text}` in the build";
        var names = NameList.Of([.. subject.Late.Select(value => value.Name).Distinct(StringComparer.Ordinal)], MostNames);
        var message =
            subject.Late.Count > 0 ? $"{cached}, so {subject.Workloads[0].Name} ignores {names} from {subject.Late[0].Span.File.Path}"
            : subject.LateFile is { } file ? $"{cached}, so the container ignores the values of {file.File.Path}"
            : $"{cached}, so containers ignore the values that they are given at the start";
        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(command.Span, $"{message}, unless the cache is written again: {why}.");
            yield break;
        }

        yield return (
            subject.Late.Count > 0 || subject.LateFile is not null
                ? Fail(command.Span, $"{message}.")
                : Warn(command.Span, $"{message}.").As(Severity.Medium)
        )
            .Related(subject.Late.Take(MostNames).Select(value => value.Span), "ignored")
            .Related(subject.LateFile, "ignored")
            .Related(subject.Workloads.Skip(1).Select(workload => workload.Span), "starts with the same cache")
            .Remedy($"Remove `{command.Text}` from {command.Span}, and run it in the entry point, before the server starts.")
            .VerifyGone();
    }
}
