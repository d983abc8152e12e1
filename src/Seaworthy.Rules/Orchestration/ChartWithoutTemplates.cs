using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A chart whose templates are not in the directory that Helm renders.</summary>
internal sealed class ChartWithoutTemplates : Rule<HelmChart>
{
    private const string Templates = "templates";
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-without-templates",
            Title = "Helm chart without templates",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Helm renders only `templates/`: the release installs successfully without any object.",
            Holds = "The chart has a `templates/` directory.",
        };

    /// <summary>Charts with templates of their own, not umbrella charts.</summary>
    public override IEnumerable<HelmChart> Subjects(Deployment deployment) =>
        deployment
            .Of<HelmChart>()
            .Where(chart => deployment.Tree.HasDirectory(Below(chart, Templates)) || Elsewhere(chart, deployment).Count > 0);

    protected override Subject Identify(HelmChart subject) => new($"chart {subject.Name?.Value}", subject.Name?.Span ?? subject.File.Whole);

    protected override IEnumerable<Verdict> Check(HelmChart subject, Deployment deployment)
    {
        if (deployment.Tree.HasDirectory(Below(subject, Templates)))
        {
            yield break;
        }

        var templates = Elsewhere(subject, deployment);
        var directory = templates[0].File.Directory;
        var place = subject.Name?.Span ?? subject.File.Whole;
        if (deployment.Tree.WhyIgnored(Below(subject, Templates) + "/x.yaml") is not null || IsMade(subject, deployment))
        {
            yield return Unknown(
                place,
                $"Unknown whether chart {subject.Name?.Value} has templates: a command may copy them to {Below(subject, Templates)}."
            );
            yield break;
        }

        yield return Fail(
                place,
                $"Chart {subject.Name?.Value} has its templates in {directory}, but Helm renders only {Below(subject, Templates)}."
            )
            .Related(templates.Take(MostPlaces).Select(template => template.ValueUses[0].Span))
            .Remedy($"Move the files of {directory} to {Below(subject, Templates)}.")
            .Verify($"helm template {(subject.File.Directory.Length == 0 ? "." : subject.File.Directory)}");
    }

    /// <summary>Files that use chart values, in the chart directory and not in a subchart.</summary>
    private static IReadOnlyList<KubernetesManifest> Elsewhere(HelmChart chart, Deployment deployment)
    {
        var inner = deployment
            .Of<HelmChart>()
            .Select(other => other.File.Directory + "/")
            .Where(directory => directory.Length > chart.File.Directory.Length + 1)
            .ToList();
        return chart.Dependencies.Count > 0
            ? []
            :
            [
                .. deployment
                    .Of<KubernetesManifest>()
                    .Where(manifest =>
                        manifest is { IsTemplate: true, ValueUses.Count: > 0 }
                        && manifest.File.Path.StartsWith(Below(chart, ""), StringComparison.Ordinal)
                        && !inner.Exists(directory => manifest.File.Path.StartsWith(directory, StringComparison.Ordinal))
                        && !manifest.File.Path.Contains("/charts/", StringComparison.Ordinal)
                    ),
            ];
    }

    private static bool IsMade(HelmChart chart, Deployment deployment) =>
        deployment.Commands.Any(site =>
            site.Command.Words.Any(word =>
                word.Raw.Contains(Below(chart, Templates), StringComparison.Ordinal)
                || word.Raw.Contains("/templates", StringComparison.Ordinal)
            )
        );

    private static string Below(HelmChart chart, string name) => chart.File.Directory.Length == 0 ? name : $"{chart.File.Directory}/{name}";
}
