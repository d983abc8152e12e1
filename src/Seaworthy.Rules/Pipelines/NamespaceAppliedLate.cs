using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>kubectl apply -f</c> of a directory reaches objects of a namespace before the file that makes it.</summary>
/// <remarks>Source: Kubernetes documentation, "kubectl apply"; the files of a directory are read in lexical order.</remarks>
internal sealed class NamespaceAppliedLate : Rule<AppliedDirectory>
{
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
        deployment
            .Commands.SelectMany(site => AppliedDirectory.Of(site, deployment.Tree))
            .Concat(deployment.Of<Document>().SelectMany(document => AppliedDirectory.Of(document, deployment.Tree)))
            .DistinctBy(applied => applied.Word.Span)
            .Where(applied => Namespaces(applied, deployment).Any());

    protected override Subject Identify(AppliedDirectory subject) => new(subject.Subject, subject.Word.Span);

    protected override IEnumerable<Verdict> Check(AppliedDirectory subject, Deployment deployment)
    {
        foreach (var made in Namespaces(subject, deployment))
        {
            var early = Manifests(subject, deployment)
                .TakeWhile(manifest => manifest.File != made.Span.File)
                .SelectMany(manifest => manifest.Objects)
                .FirstOrDefault(found => found.Namespace?.Value == made.Name?.Value);
            if (early is null || IsMadeBefore(subject, made, deployment))
            {
                continue;
            }

            yield return Warn(
                    subject.Word.Span,
                    $"`{subject.Command.Span.Quote}` applies {early.Span.File.Path} before {made.Span.File.Path} creates the namespace `{made.Name?.Value}`."
                )
                .Related(early.Namespace?.Span)
                .Related(made.Name?.Span)
                .Remedy($"Add `kubectl apply -f {made.Span.File.Path}` before {subject.Word.Span}.")
                .Verify($"git grep -nF {made.Span.File.Name} -- {subject.Word.Span.File.Path}   # must find it, before the directory");
            yield break;
        }
    }

    /// <summary>The manifests of the directory itself, as kubectl reads them.</summary>
    private static IEnumerable<KubernetesManifest> Manifests(AppliedDirectory applied, Deployment deployment) =>
        deployment.In<KubernetesManifest>(applied.Path).OrderBy(manifest => manifest.File.Path, StringComparer.Ordinal);

    private static IEnumerable<KubernetesObject> Namespaces(AppliedDirectory applied, Deployment deployment) =>
        applied.IsRecursive
            ? []
            : Manifests(applied, deployment).SelectMany(manifest => manifest.Objects).Where(found => found.Kind.Value == "Namespace");

    /// <summary>An earlier command of the same script or document makes it.</summary>
    private static bool IsMadeBefore(AppliedDirectory applied, KubernetesObject made, Deployment deployment)
    {
        var file = applied.Word.Span.File;
        var commands = deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().Where(document => document.File == file).SelectMany(document => document.Commands));
        return commands.Any(command =>
            command.Span.File == file
            && command.Span.Start < applied.Word.Span.Start
            && command.Program == "kubectl"
            && command.Words.Any(word => IsMeant(word, made))
        );
    }

    private static bool IsMeant(ShellWord word, KubernetesObject made) =>
        word.Raw is "namespace" or "ns" || word.Raw.EndsWith(made.Span.File.Name, StringComparison.Ordinal);
}
