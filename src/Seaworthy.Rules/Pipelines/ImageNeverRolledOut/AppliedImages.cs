using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Images that a file of commands pushes, and names in manifests that it applies without telling the cluster that there is a new image.</summary>
internal static class AppliedImages
{
    // Programs that may write the tag into the manifest, or start the pods anew in their own way.
    private static readonly string[] Rollers =
    [
        "helm",
        "helmfile",
        "kustomize",
        "skaffold",
        "envsubst",
        "sed",
        "yq",
        "perl",
        "awk",
        "ansible-playbook",
        "argocd",
        "flux",
        "werf",
        "tilt",
        "devspace",
        "kapp",
        "kbld",
        "jinja2",
        "python",
        "python3",
        "node",
        "make",
    ];

    private static readonly string[] RollingVerbs =
    [
        "set image",
        "rollout restart",
        "rollout undo",
        "patch",
        "replace",
        "delete",
        "scale",
        "edit",
        "annotate",
        "create",
        "run",
    ];

    private static readonly string[] Manifests = [".yaml", ".yml", ".json"];

    public static IReadOnlyList<AppliedImage> Link(Deployment deployment)
    {
        var workloads = deployment
            .Workloads.Where(workload => workload is { Kind: TargetKind.Kubernetes, IsOneShot: false, Public: null, Reference: not null })
            .ToLookup(workload => workload.Span.File.Path, StringComparer.Ordinal);
        if (workloads.Count == 0)
        {
            return [];
        }

        var kinds = DeployedPods(deployment);
        var pushes = ImagePush.All(deployment).ToLookup(push => push.Span.File);
        // Where one workflow builds and another deploys, nothing in any file may roll out.
        Lazy<IReadOnlyList<ImagePush>> elsewhere = new(() =>
            deployment.Commands.Any(site => IsRolling(site, deployment)) ? [] : [.. pushes.SelectMany(ofFile => ofFile)]
        );
        return
        [
            .. deployment
                .Commands.GroupBy(site => site.Span.File)
                .Where(ofFile => ofFile.Any(IsApply))
                .SelectMany(ofFile =>
                    Of([.. ofFile], pushes.Contains(ofFile.Key) ? [.. pushes[ofFile.Key]] : elsewhere.Value, workloads, deployment)
                )
                .Where(applied => kinds.ContainsKey(applied.Container.Span))
                .Select(applied => applied with { Object = kinds[applied.Container.Span] })
                .DistinctBy(applied => applied.Container.Span),
        ];
    }

    /// <summary>What makes the pods of a container, as kubectl names it: <c>deployment/web</c>; without those that run to their end.</summary>
    private static Dictionary<SourceSpan, string> DeployedPods(Deployment deployment)
    {
        Dictionary<SourceSpan, string> found = [];
        foreach (var workload in deployment.KubernetesStacks.SelectMany(stack => stack.Of<KubernetesWorkload>()))
        {
            foreach (var container in workload.IsOneShot ? [] : workload.Pod?.Containers ?? [])
            {
                found.TryAdd(container.Name.Span, $"{workload.Kind.Value.ToLowerInvariant()}/{workload.Name?.Value}");
            }
        }

        return found;
    }

    private static IEnumerable<AppliedImage> Of(
        List<CommandSite> sites,
        IReadOnlyList<ImagePush> steps,
        ILookup<string, Workload> workloads,
        Deployment deployment
    )
    {
        var pushes = sites.SelectMany(PushedImages.By).Concat(steps.SelectMany(PushedImages.By)).DistinctBy(push => push.Value).ToList();
        if (pushes.Count == 0)
        {
            yield break;
        }

        var isRolledOut = sites.Exists(site => IsRolling(site, deployment));

        foreach (var site in sites.Where(IsApply))
        {
            foreach (var applied in site.Known.OfType<KubectlCommand>())
            {
                var found = applied
                    .Files.SelectMany(word => Files(site, word, deployment.Tree))
                    .Concat(applied.Kustomizations.SelectMany(word => PlainKustomization.Files(site, word, deployment) ?? []))
                    .SelectMany(path => workloads[path])
                    .ToList();
                foreach (var workload in Work.Counted(found))
                {
                    if (Named(workload, found, pushes) is { } push && workload.Reference is { Value.Text: { } image } reference)
                    {
                        yield return new AppliedImage(
                            site.Subject,
                            site.Span,
                            push,
                            new Fact<string>(workload.Name, workload.Span),
                            new Fact<string>(image, reference.Span)
                        )
                        {
                            IsRolledOut = isRolledOut,
                        };
                    }
                }
            }
        }
    }

    private static bool IsApply(CommandSite site) =>
        !site.IsConditional
        && site.Known.OfType<KubectlCommand>()
            .Any(kubectl =>
                kubectl.Verb == "apply"
                && (kubectl.Files.Count > 0 || kubectl.Kustomizations.Count > 0)
                && !kubectl.Options.Any(option => option.Name.StartsWith("--dry-run", StringComparison.Ordinal))
            );

    private static bool IsRolling(CommandSite site, Deployment deployment) =>
        Rollers.Contains(site.Command.Program)
        || site.Command.Program.EndsWith(".sh", StringComparison.Ordinal)
        || (site.Command.Program is "bash" or "sh" && site.Command.Words.Count > 1)
        || site.Command.Redirects.Any(redirect =>
            Array.Exists(Manifests, ending => redirect.Target.Raw.Contains(ending, StringComparison.Ordinal))
        )
        || site.Known.OfType<KubectlCommand>()
            .Any(kubectl =>
                (RollingVerbs.Contains(kubectl.Verb) && !IsMade(kubectl))
                || kubectl.Kustomizations.Any(word => PlainKustomization.Files(site, word, deployment) is null)
            );

    // `create secret`, `create namespace`, `delete job` start no pods of a Deployment.
    private static bool IsMade(KubectlCommand kubectl) =>
        kubectl.Verb is "create" && kubectl.Files.Count == 0
        || kubectl.Verb is "delete" && kubectl.Arguments is [{ Literal: "secret" or "job" or "configmap" }, ..];

    private static IEnumerable<string> Files(CommandSite site, ShellWord word, RepositoryTree tree)
    {
        if (site.Variables.Value(word) is not { } written || site.Directories is not [var directory])
        {
            return [];
        }

        var path = RepositoryPath.Join(directory, written);
        return path is null ? []
            : tree.Find(path) is not null ? [path]
            : tree.HasDirectory(path)
                ? tree.FilesIn(path)
                    .Select(file => file.Path)
                    .Where(file => Array.Exists(Manifests, ending => file.EndsWith(ending, StringComparison.Ordinal)))
            : [];
    }

    /// <summary>The push of the image that a manifest names: by its name, or the only one of both that there is.</summary>
    private static Fact<string>? Named(Workload workload, List<Workload> applied, List<Fact<string>> pushes)
    {
        // An expression of a workflow in a manifest is no name: orchestration/image-placeholder reports it.
        if (
            workload.Reference?.Value.Text is not { } text
            || text.Contains("${{", StringComparison.Ordinal)
            || ImageReference.Parse(text) is not { Digest: null } image
        )
        {
            return null;
        }

        var same = pushes.Where(push => ImagePush.ShortName(push.Value) == image.Name).ToList();
        return same.Find(push => ImageReference.Parse(push.Value)?.EffectiveTag != image.EffectiveTag)
            ?? (same.Count > 0 ? same[0] : null)
            ?? (
                pushes.TrueForAll(push => ImagePush.ShortName(push.Value).Length == 0)
                && applied.Select(one => one.ImageName).Distinct().Count() == 1
                    ? pushes[0]
                    : null
            );
    }
}
