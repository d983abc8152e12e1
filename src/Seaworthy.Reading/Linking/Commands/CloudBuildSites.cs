using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>The commands of Cloud Build: they start in the source that was submitted, mostly the whole repository, else one directory of it.</summary>
/// <remarks>Source: Google Cloud, "gcloud builds submit": the source is a directory of its own, beside <c>--config</c>.</remarks>
internal static class CloudBuildSites
{
    public static IEnumerable<CommandSite> Of(CloudBuild build, RepositoryTree tree)
    {
        var starts = Starts(build, tree);
        return build.Steps.SelectMany(step =>
        {
            var variables = ShellVariables.Of(step.Commands);
            return step.Commands.Select(command => new CommandSite(
                command,
                $"{build.File.Name}: {step.Name}",
                command.Place is { Base: ShellDirectoryBase.Start, Path: var path }
                    ? [.. starts.Select(start => RepositoryPath.Join(start, path)).OfType<string>().Distinct(StringComparer.Ordinal)]
                    : []
            )
            {
                Variables = variables,
                IsAssumed = true,
            });
        });
    }

    /// <summary><c>cloudbuild-web.yaml</c>: named on the command line, often beside a directory of its own, so that nobody knows where it runs.</summary>
    private static bool IsOneOfSeveral(SourceFile file) => file.Name is not ("cloudbuild.yaml" or "cloudbuild.yml");

    /// <summary>The root, the directory of the file, and those that have a Dockerfile: any of them may be submitted.</summary>
    private static IReadOnlyList<string> Starts(CloudBuild build, RepositoryTree tree) =>
        IsOneOfSeveral(build.File)
            ? []
            :
            [
                .. RepositoryPath
                    .Ancestors(build.File.Directory)
                    .Concat(
                        tree.Files.Where(file => RepositoryPath.NameOf(file.Path).Contains("Dockerfile", StringComparison.Ordinal))
                            .Select(file => RepositoryPath.Parent(file.Path))
                    )
                    .Distinct(StringComparer.Ordinal),
            ];
}
