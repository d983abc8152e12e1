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
        List<SourceFile> unused = [.. UnusedCompose(deployment), .. UnusedDockerfiles(deployment)];
        var named = PathMentions.Of(deployment, unused, HasDefaultName);
        return
        [
            .. unused.Where(file => !named.Contains(file)).Select(file => file.Whole),
            .. UnusedScripts.Find(deployment).Select(script => script.Span),
        ];
    }

    private static bool HasDefaultName(SourceFile file) =>
        file.Name == "Dockerfile" || ComposeDefaults.IsDefaultName(file.Name) || ComposeDefaults.IsOverrideName(file.Name);

    /// <summary>Beside a compose file that the root holds by its default name, or that a command loads, those that neither is said of.</summary>
    private static IEnumerable<SourceFile> UnusedCompose(Deployment deployment)
    {
        HashSet<string> loaded =
        [
            .. deployment.ComposeCalls.Where(call => !call.OnlyEnds).SelectMany(call => call.Files).Select(file => file.Path),
            .. ComposeDefaults.FilesIn("", deployment.Tree.HasFile),
        ];
        var files = deployment.Of<ComposeFile>().Select(compose => compose.File).ToList();
        return files.Exists(file => loaded.Contains(file.Path)) ? files.Where(file => !loaded.Contains(file.Path)) : [];
    }

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
