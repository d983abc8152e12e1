using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Compose files and kustomizations that others include only in a comment (<c># - ./redis.yaml</c>), and their own includes.</summary>
internal sealed class SwitchedOff
{
    private readonly Deployment deployment;
    private readonly ILookup<string, PathUse> uses;
    private readonly Dictionary<string, string> off = new(StringComparer.Ordinal);

    private SwitchedOff(Deployment deployment)
    {
        this.deployment = deployment;
        uses = deployment
            .Paths.Where(use => use.Role is PathRole.ComposeFile or PathRole.KubernetesManifest or PathRole.DeliveredPath)
            .ToLookup(use => Target(use.Answer.Looked), StringComparer.Ordinal);
    }

    public static IEnumerable<SparePart> Find(Deployment deployment)
    {
        List<Fact<string>> commented =
        [
            .. deployment.Of<ComposeFile>().SelectMany(file => file.CommentedIncludes),
            .. deployment.Of<Kustomization>().SelectMany(kustomization => kustomization.CommentedResources),
        ];
        return commented.Count == 0 ? [] : new SwitchedOff(deployment).Spares(commented);
    }

    private IEnumerable<SparePart> Spares(List<Fact<string>> commented)
    {
        Queue<Fact<string>> next = new(commented);
        while (next.TryDequeue(out var item))
        {
            if (
                RepositoryPath.Join(item.Span.File.Directory, item.Value) is { } path
                && Target(path) is var target
                && !off.ContainsKey(target)
                && !uses[target].Any(use => !IsOff(use.Span.File))
                && !IsNamedElsewhere(target)
            )
            {
                off[target] = off.TryGetValue(Target(item.Span.File.Path), out var why)
                    ? why
                    : $"{item.Span} includes it only in a comment, and nothing else does.";
                foreach (var resource in deployment.At<Kustomization>(target) is { } kustomization ? Resources(kustomization) : [])
                {
                    next.Enqueue(resource);
                }
            }
        }

        return deployment
            .Artifacts.Where(artifact => IsOff(artifact.File))
            .Select(artifact => artifact.File)
            .Distinct()
            .Select(file => new SparePart(file.Whole, off[file.Path]));
    }

    private bool IsOff(SourceFile file) => off.ContainsKey(file.Path);

    private static IEnumerable<Fact<string>> Resources(Kustomization kustomization) =>
        kustomization.Resources.Concat(kustomization.Bases).Concat(kustomization.Components);

    /// <summary>A document starts it, or a delivery tool takes all below a directory around it.</summary>
    private bool IsNamedElsewhere(string target) =>
        (
            deployment.At<ComposeFile>(target) is null
                ? RepositoryPath
                    .Ancestors(RepositoryPath.Parent(RepositoryPath.Parent(target)))
                    .Any(above =>
                        uses[Target(above)].Any(use => use.Role == PathRole.DeliveredPath) && !deployment.In<Kustomization>(above).Any()
                    )
                : target == RepositoryPath.NameOf(target)
        )
        || deployment
            .Of<Document>()
            .Any(document =>
                document
                    .Commands.SelectMany(command => command.Words)
                    .Any(word => word.Literal?.Contains(Written(target), StringComparison.Ordinal) is true)
            );

    private string Written(string target) => deployment.At<ComposeFile>(target) is null ? RepositoryPath.Parent(target) : target;

    /// <summary>A directory stands for its kustomization.</summary>
    private string Target(string path) => deployment.In<Kustomization>(path).FirstOrDefault()?.File.Path ?? path;
}
