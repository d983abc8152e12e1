using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>With which values a chart of the repository is installed: its own alone, each other file of values beside it, and what each command gives.</summary>
/// <remarks>Helm documentation, "Values Files"; chart-testing, "ci/*-values.yaml".</remarks>
internal static class ChartValueSets
{
    private const int Most = 12;

    public static IReadOnlyList<ChartValueSet> Of(Deployment deployment, HelmChart chart)
    {
        var directory = chart.File.Directory;
        // Names of objects are of small letters, so that of a release is.
        var name = chart.Name?.Value.ToLowerInvariant() ?? RepositoryPath.NameOf(directory);
        var files = deployment.Of<HelmValues>().Select(values => values.File).ToList();
        return
        [
            .. new[] { new ChartValueSet("", new HelmRelease(new GoMap()) { Name = name }) }
                .Concat(files.Where(file => IsBeside(file, directory)).Select(file => OfFile(file, directory, name)))
                .Concat(Above(deployment, chart).Select(file => OfFile(file, directory, name)))
                .Concat(Commands(deployment, directory).Select(command => OfCommand(deployment, command, files, name)))
                .Take(Most),
        ];
    }

    private static bool IsBeside(SourceFile file, string directory) =>
        (file.Directory == directory && file.Name is not ("values.yaml" or "values.yml")) || IsForTests(file, directory);

    /// <summary>Those of its environments in the directory around it, where it is the only chart: <c>helm_deploy/values-prod.yaml</c> for <c>helm_deploy/shop</c>.</summary>
    private static IEnumerable<SourceFile> Above(Deployment deployment, HelmChart chart)
    {
        var above = RepositoryPath.Parent(chart.File.Directory);
        return
            above.Length == 0
            || above == chart.File.Directory
            || deployment
                .Of<HelmChart>()
                .Any(other => other != chart && other.File.IsBelow(above) && !other.File.IsBelow(chart.File.Directory))
            ? []
            : deployment
                .Of<HelmValues>()
                .Select(values => values.File)
                .Where(file => file.Directory == above && EnvironmentName.Of(file.Name) != TargetEnvironment.Unstated);
    }

    private static bool IsForTests(SourceFile file, string directory) =>
        file.Directory == (directory.Length == 0 ? "ci" : directory + "/ci");

    private static ChartValueSet OfFile(SourceFile file, string directory, string release) =>
        new(file.Name, new HelmRelease(HelmTexts.Values(file)) { Name = release })
        {
            Files = [file],
            Environment = IsForTests(file, directory) ? TargetEnvironment.Test : EnvironmentName.Of(file.Name),
        };

    private static ChartValueSet OfCommand(Deployment deployment, HelmCommand command, List<SourceFile> files, string name)
    {
        List<SourceFile> found = [];
        foreach (var path in command.ValuesFiles.Select(word => word.Literal).OfType<string>())
        {
            var named = path.TrimStart('.', '/');
            if (files.Find(file => file.Path == named || file.Path.EndsWith("/" + named, StringComparison.Ordinal)) is { } file)
            {
                found.Add(file);
            }
        }

        CommandValues given = new(command, found);
        var site = command.Command.Span;
        return new ChartValueSet(
            $"{site.File.Name}:{site.StartLine}",
            new HelmRelease(given.All()) { Name = command.Release?.Literal ?? name, Namespace = command.Namespace?.Literal ?? "default" }
        )
        {
            Files = found,
            Given = given,
            Environment = found
                .Select(file => EnvironmentName.Of(file.Name))
                .Append(EnvironmentName.Of(command.Namespace?.Literal ?? ""))
                .FirstOrDefault(environment => environment != TargetEnvironment.Unstated),
            HasUnknownValues = command.ValuesFiles.Count > found.Count || command.Values.Any(set => set.Value?.Literal is null),
            IsInstalled =
                command.Verb != "template"
                && command.ValuesFiles.Count == found.Count
                && !FilePurposes.Has(site.File.Path, FilePurpose.Test)
                && !IsTrial(deployment, site),
        };
    }

    /// <summary>The job makes a cluster for its tests.</summary>
    private static bool IsTrial(Deployment deployment, SourceSpan command) =>
        deployment
            .Pipelines.Where(pipeline => pipeline.Declared.File == command.File)
            .Any(pipeline =>
                pipeline.Jobs.Any(job =>
                    job.Steps.Any(step => step.Commands.Any(one => one.Span == command)) && TrialCluster.IsMadeIn(job, pipeline)
                )
            );

    private static IEnumerable<HelmCommand> Commands(Deployment deployment, string directory) =>
        deployment
            .Commands.SelectMany(site => site.Known)
            .OfType<HelmCommand>()
            .Where(command => command.Verb is "install" or "upgrade" or "template" && command.TakesChartIn(directory));
}
