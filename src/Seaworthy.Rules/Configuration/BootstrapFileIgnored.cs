using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An application of Spring Boot 2.4 or later has a bootstrap file, and nothing makes Spring Cloud read it.</summary>
internal sealed class BootstrapFileIgnored : Rule<BootstrapFileIgnored.OwnFile>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/bootstrap-file-ignored",
            Title = "Ignored bootstrap.yml",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Since Spring Cloud 2020.0 the file is read only on request. Without that its settings have no effect, and nothing is logged.",
            Holds = "Spring Cloud reads the file.",
        };

    public override IEnumerable<OwnFile> Subjects(Deployment deployment) =>
        deployment
            .All<SpringApplication>()
            .SelectMany(application => application.Bootstraps.Select(file => new OwnFile(application, file)));

    protected override Subject Identify(OwnFile subject) => new(subject.Bootstrap.File.Path, subject.Bootstrap.File.Whole);

    protected override IEnumerable<Verdict> Check(OwnFile subject, Deployment deployment)
    {
        var (application, file) = subject;
        if (file.IsRead)
        {
            yield break;
        }

        if (file.UnknownBecause is { } why)
        {
            yield return Unknown(file.Only[0].KeySpan, $"Unknown whether Spring Cloud reads {file.File.Path}: {why}.");
            yield break;
        }

        var names = NameList.Of([.. file.Only.Select(property => $"`{property.Key}`").Distinct(StringComparer.Ordinal)], MostNames);
        yield return Fail(
                file.Only[0].KeySpan,
                $"Spring Boot {application.Release.Value} does not read {file.File.Path}, so {names} {(file.Only.Count == 1 ? "has" : "have")} no effect."
            )
            .Related(application.Release.Span, "Spring Boot release")
            .Remedy(
                $"Move the settings of {file.File.Path} to application.yml (a configuration server as `spring.config.import: configserver:URL`), or add `spring-cloud-starter-bootstrap` to {application.Component.DeclaredIn.Path}."
            )
            .Verify(
                $"! git ls-files --error-unmatch {file.File.Path} || git grep -n spring-cloud-starter-bootstrap -- {application.Component.DeclaredIn.Path}"
            );
    }

    /// <summary>A bootstrap file of an application.</summary>
    internal sealed record OwnFile(SpringApplication Application, BootstrapFile Bootstrap);
}
