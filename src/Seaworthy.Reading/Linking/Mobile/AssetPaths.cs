using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Mobile;

/// <summary>Files that a pubspec bundles into the application. Of directories that are not there the build only complains.</summary>
/// <remarks>Source: Flutter documentation, "Adding assets and images" (variants for resolutions are in directories below).</remarks>
internal static class AssetPaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        from pubspec in deployment.Of<Pubspec>()
        where !TestCode.IsTest(pubspec.File.Path) && !FilePurposes.Has(pubspec.File.Path, FilePurpose.Retired)
        from asset in pubspec.Assets
        let use = Use(deployment, pubspec, asset)
        where use is not null
        select use;

    private static PathUse? Use(Deployment deployment, Pubspec pubspec, Fact<string> asset)
    {
        // "packages/x/…" is in another package.
        if (
            asset.Value.EndsWith('/')
            || asset.Value.StartsWith("packages/", StringComparison.Ordinal)
            || RepositoryPath.Join(pubspec.File.Directory, asset.Value) is not { Length: > 0 } path
            || deployment.Tree.HasDirectory(path)
        )
        {
            return null;
        }

        var answer = deployment.Tree.Look(path, asset.Value);
        if (answer.IsMissing && HasVariant(deployment.Tree, path))
        {
            answer = new PathAnswer(Presence.Present, path);
        }

        return new PathUse(
            PathRole.AppAsset,
            asset.Value,
            asset.Span,
            pubspec.File.Path,
            answer.IsMissing && MadeBy(deployment, path) is { } maker
                ? new PathAnswer(Presence.Unknown, answer.Looked, Why: $"{maker} may create it")
                : answer
        )
        {
            From = pubspec.File.Directory.Length == 0 ? "the repository root" : pubspec.File.Directory,
            // Who keeps it to himself knows that a clone needs one of its own.
            IsConditional =
                answer.Presence == Presence.IgnoredByGit
                || RepositoryPath.NameOf(path).StartsWith(".env", StringComparison.Ordinal)
                || path.EndsWith(".env", StringComparison.Ordinal),
        };
    }

    private static bool HasVariant(RepositoryTree tree, string path) =>
        tree.FilesUnder(RepositoryPath.Parent(path))
            .Any(file =>
                RepositoryPath.NameOf(file.Path) == RepositoryPath.NameOf(path)
                && RepositoryPath.Parent(RepositoryPath.Parent(file.Path)) == RepositoryPath.Parent(path)
            );

    /// <summary>A pipeline, script or document that mentions the file.</summary>
    private static string? MadeBy(Deployment deployment, string path) =>
        deployment
            .Artifacts.Where(artifact => artifact is not (CodeFile or Pubspec or Document) && artifact.File.Path != path)
            .Select(artifact => artifact.File)
            .FirstOrDefault(file =>
                !file.Path.EndsWith(".gitignore", StringComparison.Ordinal)
                && file.Text.Contains(RepositoryPath.NameOf(path), StringComparison.Ordinal)
            )
            ?.Path;
}
