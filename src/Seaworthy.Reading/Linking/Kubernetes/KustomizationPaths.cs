using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The files and directories that kustomizations name.</summary>
/// <remarks>Kustomize documentation, "The Kustomization File": a directory must hold a kustomization of its own.</remarks>
internal static class KustomizationPaths
{
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        // The restriction is lifted by a command's option, by the settings of Argo CD, or by a document's instructions; Flux has no restriction.
        var isLifted = new Lazy<bool>(() =>
            deployment.Artifacts.Any(artifact =>
                artifact.File.Text.Contains("LoadRestrictionsNone", StringComparison.OrdinalIgnoreCase)
                || artifact.File.Text.Contains("kustomize.toolkit.fluxcd.io", StringComparison.Ordinal)
            )
        );
        return deployment
            .Of<Kustomization>()
            .SelectMany(kustomization =>
                Find(deployment.Tree, kustomization)
                    .Select(use =>
                        IsAround(deployment.Tree, kustomization, use)
                            ? use with
                            {
                                OutOfBoundsBecause = "which contains the kustomization itself: kustomize fails with `cycle detected`",
                            }
                        : IsOutside(deployment.Tree, kustomization, use) && !isLifted.Value
                            ? use with
                            {
                                OutOfBoundsBecause = $"which is not in or below {kustomization.File.Directory}: kustomize does not load it",
                            }
                        : use
                    )
            );
    }

    /// <summary>A missing file of a kustomization stops its build; if nothing names the kustomization, perhaps nobody builds it.</summary>
    public static IReadOnlyList<PathUse> Weigh(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var broken = uses.Where(use => use.Role == PathRole.KubernetesManifest && use.Answer.IsMissing)
            .Select(use => use.Span.File)
            .Where(file => Array.IndexOf(Names, file.Name) >= 0)
            .ToHashSet();
        var forgotten = broken.Where(file => !IsNamed(file, uses, deployment)).ToHashSet();
        uses = [.. uses.Select(use => Made(use, deployment))];
        return forgotten.Count == 0
            ? uses
            : [.. uses.Select(use => forgotten.Contains(use.Span.File) && use.Answer.IsMissing ? use with { IsAssumed = true } : use)];
    }

    /// <summary>A Makefile or script writes a file of that name: <c>kustomize build … &gt; $(OUT)/source-manifest.yaml</c>.</summary>
    private static PathUse Made(PathUse use, Deployment deployment)
    {
        var name = RepositoryPath.NameOf(use.Answer.Looked);
        if (
            use is not { Role: PathRole.KubernetesManifest, Answer.IsMissing: true }
            || Array.IndexOf(Names, use.Span.File.Name) < 0
            || !name.Contains('.', StringComparison.Ordinal)
        )
        {
            return use;
        }

        var maker = deployment
            .Commands.Where(site =>
                site.Command.Redirects.Any(redirect =>
                    redirect.Operator.Contains('>', StringComparison.Ordinal)
                    && redirect.Target.Raw.Trim('"').EndsWith("/" + name, StringComparison.Ordinal)
                )
            )
            .Select(site => (SourceSpan?)site.Span)
            .FirstOrDefault();
        return maker is { } place
            ? use with
            {
                Answer = use.Answer with { Presence = Presence.Unknown, Why = $"{place} writes a file with that name" },
            }
            : use;
    }

    /// <summary>A command, another kustomization or what delivers takes the directory in, or any text has its path.</summary>
    private static bool IsNamed(SourceFile file, IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var directory = file.Directory;
        return directory.Length == 0
            || uses.Any(use => use.Span.File != file && (use.Answer.Looked == directory || use.Answer.Looked == file.Path))
            || DirectoryMentions.Of(deployment, file);
    }

    /// <summary>A directory around the one that names it is no base of it, whatever it holds.</summary>
    private static bool IsAround(RepositoryTree tree, Kustomization kustomization, PathUse use) =>
        RepositoryPath.Join(kustomization.File.Directory, use.Path) is { } full
        && tree.HasDirectory(full)
        && !tree.HasFile(full)
        && (
            full.Length == 0
            || kustomization.File.Directory == full
            || kustomization.File.Directory.StartsWith(full + "/", StringComparison.Ordinal)
        );

    private static bool IsOutside(RepositoryTree tree, Kustomization kustomization, PathUse use) =>
        use.Answer.Presence == Presence.Present
        && kustomization.File.Directory.Length > 0
        && tree.HasFile(use.Answer.Looked)
        && !tree.HasDirectory(use.Answer.Looked)
        && !use.Answer.Looked.StartsWith(kustomization.File.Directory + "/", StringComparison.Ordinal);

    private static IEnumerable<PathUse> Find(RepositoryTree tree, Kustomization kustomization)
    {
        foreach (var resource in kustomization.Resources.Concat(kustomization.Bases).Concat(kustomization.Components))
        {
            if (Use(tree, kustomization, resource) is { } use)
            {
                yield return Whole(tree, use);
            }
        }

        foreach (var file in kustomization.OtherFiles.Concat(kustomization.Patches.Select(patch => patch.Path).OfType<Fact<string>>()))
        {
            if (Use(tree, kustomization, file) is { } use)
            {
                yield return use;
            }
        }

        foreach (var generator in kustomization.Generators)
        {
            foreach (var use in Inputs(generator).Select(input => Use(tree, kustomization, input)).OfType<PathUse>())
            {
                // What a Secret is made from is kept out of repositories with good reason: that it is absent says nothing.
                if (generator.Makes == KeyHolder.ConfigMap || use.Answer.Presence == Presence.Present)
                {
                    yield return use.Answer.Presence == Presence.IgnoredByGit ? Expected(use) : use;
                }
            }
        }
    }

    /// <summary>An input that git ignores is made where it is deployed.</summary>
    private static PathUse Expected(PathUse use) =>
        use with
        {
            Answer = new PathAnswer(Presence.Unknown, use.Answer.Looked, Why: "git ignores it, so an earlier step must create it"),
        };

    private static IEnumerable<Fact<string>> Inputs(KustomizeGenerator generator) =>
        generator.Files.Select(pair => pair.Value).OfType<Fact<string>>().Concat(generator.EnvFiles);

    private static PathUse? Use(RepositoryTree tree, Kustomization kustomization, Fact<string> path) =>
        !IsRemote(path.Value) && RepositoryPath.Join(kustomization.File.Directory, path.Value) is { } full
            ? new PathUse(PathRole.KubernetesManifest, path.Value, path.Span, kustomization.File.Path, tree.Look(full, path.Value))
            {
                From = kustomization.File.Directory.Length == 0 ? "the repository root" : kustomization.File.Directory,
                IsConditional = RepositoryPath.IsSample(kustomization.File.Path),
            }
            : null;

    private static PathUse Whole(RepositoryTree tree, PathUse use) =>
        use.Answer.Presence == Presence.Present
        && tree.HasDirectory(use.Answer.Looked)
        && !tree.HasFile(use.Answer.Looked)
        && !Array.Exists(Names, name => tree.HasFile($"{use.Answer.Looked}/{name}"))
            ? use with
            {
                Answer = new PathAnswer(Presence.Absent, $"{use.Answer.Looked}/{Names[0]}"),
            }
            : use;

    private static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
        || path.Contains("?ref=", StringComparison.Ordinal)
        || path.Contains("?version=", StringComparison.Ordinal)
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.Ordinal)
        || path.StartsWith("gitlab.com/", StringComparison.Ordinal)
        || (path is not ['.', ..] && path.Contains("//", StringComparison.Ordinal));
}
