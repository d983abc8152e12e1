using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command installs a chart whose dependencies are not in its <c>charts/</c>, and nothing fetches them.</summary>
/// <remarks>Helm documentation, "helm install", "helm dependency"; helm/helm, pkg/action/dependency.go, <c>CheckDependencies</c>.</remarks>
internal sealed class ChartDependencyNotFetched : Rule<ChartDependencyNotFetched.ChartCommand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/chart-dependency-not-fetched",
            Title = "Chart dependency not fetched",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Helm refuses a chart whose dependencies are not in its `charts/`: nothing is installed.",
            Holds = "The dependencies of the chart are in `charts/`, or fetched first.",
        };

    public override IEnumerable<ChartCommand> Subjects(Deployment deployment)
    {
        var charts = deployment.Of<HelmChart>().Where(chart => chart.Dependencies.Count > 0).ToList();
        if (charts.Count == 0)
        {
            return [];
        }

        // For any chart: a loop or a script may go through all of them.
        var isFetched = deployment.Commands.Any(site => Fetches(site.Command));
        // What a document says is done once, on the machine of a person.
        var isFetchedByHand = deployment.Of<Document>().SelectMany(document => document.Commands).Any(Fetches);
        return from site in deployment.Commands
            from command in site.Known.OfType<HelmCommand>()
            where command.Verb is "install" or "upgrade" or "template" or "package"
            let chart = charts.Find(chart => command.TakesChartIn(chart.File.Directory))
            where chart is not null
            select new ChartCommand(site, command, chart) { IsFetchedElsewhere = isFetched || (isFetchedByHand && !site.IsOnHostedRunner) };
    }

    protected override Subject Identify(ChartCommand subject) =>
        new($"{subject.Site.Subject}: {subject.Command.Verb} {subject.Chart.Name?.Value}", subject.Command.Command.Span);

    protected override IEnumerable<Verdict> Check(ChartCommand subject, Deployment deployment)
    {
        var (site, command, chart) = subject;
        if (
            chart.Dependencies.FirstOrDefault(dependency => !IsThere(dependency, chart, deployment.Tree)) is not { } absent
            || command.Command.Words.Any(word => word.Literal is "--dependency-update" or "--dependency-update=true")
            || subject.IsFetchedElsewhere
        )
        {
            yield break;
        }

        var directory = chart.File.Directory;
        yield return Fail(
                command.Chart?.Span ?? command.Command.Span,
                $"{site.Subject} runs `helm {command.Verb}` on {directory}, but nothing fetches its dependency `{absent.Name.Value}` first."
            )
            .Related(absent.Name.Span, "needed here")
            .Remedy($"Run `helm dependency update {directory}` before {command.Command.Span}.")
            .Verify($"git grep -nE 'helm dep(endency)? (update|build|up)|--dependency-update'   # must find a command that runs before it");
    }

    /// <summary>As a directory, or as the archive that Helm writes: <c>postgresql-16.4.1.tgz</c>.</summary>
    private static bool IsThere(HelmDependency dependency, HelmChart chart, RepositoryTree tree)
    {
        var charts = chart.File.Directory.Length == 0 ? "charts" : $"{chart.File.Directory}/charts";
        return tree.Has($"{charts}/{dependency.Name.Value}")
            || tree.FilesIn(charts)
                .Any(file =>
                    file.Path.EndsWith(".tgz", StringComparison.Ordinal)
                    && file.Path.StartsWith($"{charts}/{dependency.Name.Value}-", StringComparison.Ordinal)
                );
    }

    private static bool Fetches(ShellCommand command) =>
        command.Program is "helmfile" or "skaffold" or "ct"
        || (
            command.Program == "helm"
            && command.Words.Any(word => word.Literal is "dependency" or "dependencies" or "dep")
            && command.Words.Any(word => word.Literal is "update" or "up" or "build")
        );

    /// <summary>A command that reads a chart of the repository.</summary>
    internal sealed record ChartCommand(CommandSite Site, HelmCommand Command, HelmChart Chart)
    {
        /// <summary>Another command brings dependencies into <c>charts/</c>.</summary>
        public bool IsFetchedElsewhere { get; init; }
    }
}
