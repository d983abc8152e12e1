using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>The directory from which a Dockerfile can be built, where nothing says which one is its context.</summary>
internal static class FittingContext
{
    /// <summary>The only candidate that has everything that the Dockerfile copies by name; null when none or several have.</summary>
    public static string? Of(Deployment deployment, string dockerfile, IEnumerable<string> candidates)
    {
        var sources =
            deployment
                .At<Dockerfile>(dockerfile)
                ?.Stages.SelectMany(stage => stage.Instructions)
                .OfType<DockerInstruction.Copy>()
                .Where(copy => copy is { From: null, IsAdd: false })
                .SelectMany(copy => copy.Sources)
                .Select(source => source.Literal)
                .OfType<string>()
                .Select(source => source.Trim('/'))
                .Where(source => source is not ("." or "") && !source.Contains('*', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .ToList()
            ?? [];
        return
            sources.Count > 0
            && candidates
                .Distinct(StringComparer.Ordinal)
                .Where(context => sources.TrueForAll(source => Has(deployment.Tree, context, source)))
                .ToList()
                is [var only]
            ? only
            : null;
    }

    private static bool Has(RepositoryTree tree, string context, string source) =>
        RepositoryPath.Join(context, source) is { } path && (tree.HasFile(path) || tree.HasDirectory(path));
}
