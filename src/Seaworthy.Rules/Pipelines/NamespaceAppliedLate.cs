using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>kubectl apply -f</c> of a directory reaches objects of a namespace before the file that makes it.</summary>
/// <remarks>Source: Kubernetes documentation, "kubectl apply"; the files of a directory are read in lexical order.</remarks>
internal sealed class NamespaceAppliedLate : Rule<AppliedDirectory>
{
    private static readonly PerDeployment<ILookup<string, MadeNamespace>> MadeByDirectory = new(deployment =>
        deployment
            .Of<KubernetesManifest>()
            .GroupBy(manifest => manifest.File.Directory)
            .SelectMany(directory => MadeIn(directory), (directory, made) => new { directory.Key, made })
            .ToLookup(pair => pair.Key, pair => pair.made)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/namespace-applied-late",
            Title = "Namespace applied too late",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "On a new cluster the API server refuses those objects, and kubectl ends with an error. A second run applies them.",
            Holds = "The namespace is created before its objects.",
        };

    public override IEnumerable<AppliedDirectory> Subjects(Deployment deployment) =>
        AppliedDirectory.All(deployment).Where(applied => !applied.IsRecursive && MadeByDirectory.Of(deployment).Contains(applied.Path));

    protected override Subject Identify(AppliedDirectory subject) => new(subject.Subject, subject.Word.Span);

    protected override IEnumerable<Verdict> Check(AppliedDirectory subject, Deployment deployment)
    {
        var late = MadeByDirectory
            .Of(deployment)[subject.Path]
            .FirstOrDefault(made => made.Early is not null && !IsMadeBefore(subject, made.Namespace, deployment));
        if (late is not { Namespace: var made, Early: { } early })
        {
            yield break;
        }

        yield return Warn(
                subject.Word.Span,
                $"`{subject.Command.Span.Quote}` applies {early.Span.File.Path} before {made.Span.File.Path} creates the namespace `{made.Name?.Value}`."
            )
            .Related(early.Namespace?.Span)
            .Related(made.Name?.Span)
            .Remedy($"Add `kubectl apply -f {made.Span.File.Path}` before {subject.Word.Span}.")
            .Verify($"git grep -nF {made.Span.File.Name} -- {subject.Word.Span.File.Path}   # must find it, before the directory");
    }

    /// <summary>The namespaces that the manifests of one directory make, as kubectl reads them, each with the first object that needs it before.</summary>
    private static IEnumerable<MadeNamespace> MadeIn(IEnumerable<KubernetesManifest> manifests)
    {
        Dictionary<string, KubernetesObject> first = new(StringComparer.Ordinal);
        foreach (var manifest in manifests.OrderBy(manifest => manifest.File.Path, StringComparer.Ordinal))
        {
            foreach (var made in manifest.Objects.Where(found => found.Kind.Value == "Namespace"))
            {
                yield return new MadeNamespace(made, first.GetValueOrDefault(made.Name?.Value ?? ""));
            }

            foreach (var found in manifest.Objects)
            {
                if (found.Namespace is { } needed)
                {
                    first.TryAdd(needed.Value, found);
                }
            }
        }
    }

    /// <summary>An earlier command of the same script or document makes it.</summary>
    private static bool IsMadeBefore(AppliedDirectory applied, KubernetesObject made, Deployment deployment)
    {
        var file = applied.Word.Span.File;
        return deployment
            .CommandsIn(file)
            .Select(site => site.Command)
            .Concat(deployment.At<Document>(file.Path)?.Commands ?? [])
            .Any(command =>
                command.Span.Start < applied.Word.Span.Start
                && command.Program == "kubectl"
                && command.Words.Any(word => IsMeant(word, made))
            );
    }

    private static bool IsMeant(ShellWord word, KubernetesObject made) =>
        word.Raw is "namespace" or "ns" || word.Raw.EndsWith(made.Span.File.Name, StringComparison.Ordinal);

    /// <param name="Early">Applied before, although it needs the namespace; null where nothing is.</param>
    private sealed record MadeNamespace(KubernetesObject Namespace, KubernetesObject? Early);
}
