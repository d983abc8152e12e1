using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Forgotten;

/// <summary>
/// What perhaps nobody uses any more: of several compose files or Dockerfiles, those that nothing loads, builds or names while others are in use. What is wrong with them is true,
/// and need not break anything.
/// </summary>
internal static class ForgottenParts
{
    public static IReadOnlyList<SourceSpan> Link(Deployment deployment)
    {
        var loaded = Loaded(deployment);
        var compose = deployment.Of<ComposeFile>().Select(file => file.File).Where(file => !loaded.Contains(file.Path)).ToList();
        List<SourceFile> unused = [.. compose, .. UnusedDockerfiles(deployment)];
        var named = PathMentions.Of(deployment, unused, HasDefaultName);
        // Where nothing says which compose file is the one, each may be.
        var isOneUsed = compose.Exists(named.Contains) || deployment.Of<ComposeFile>().Count > compose.Count;
        return
        [
            .. unused.Where(file => !named.Contains(file) && (isOneUsed || !compose.Contains(file))).Select(file => file.Whole),
            .. UnusedScripts.Find(deployment).Select(script => script.Span),
        ];
    }

    private static bool HasDefaultName(SourceFile file) =>
        file.Name == "Dockerfile" || ComposeDefaults.IsDefaultName(file.Name) || ComposeDefaults.IsOverrideName(file.Name);

    /// <summary>Compose files that the root holds by their default names, or that a command loads.</summary>
    private static HashSet<string> Loaded(Deployment deployment) =>
        [
            .. deployment.ComposeCalls.Where(call => !call.OnlyEnds).SelectMany(call => call.Files).Select(file => file.Path),
            .. ComposeDefaults.FilesIn("", deployment.Tree.HasFile),
        ];

    /// <summary>Beside Dockerfiles that something builds, those that nothing does, but for the one of a component, where everybody looks for it.</summary>
    private static IEnumerable<SourceFile> UnusedDockerfiles(Deployment deployment)
    {
        var built = deployment
            .Images.Where(image => image.Build is { IsAssumed: false } or { MaybeBuiltBy: not null })
            .Select(image => image.Dockerfile.File)
            .ToHashSet();
        return built.Count == 0
            ? []
            : deployment
                .Of<Dockerfile>()
                .Select(dockerfile => dockerfile.File)
                .Where(file => !built.Contains(file) && !(file.Name == "Dockerfile" && deployment.In<Manifest>(file.Directory).Any()));
    }
}
