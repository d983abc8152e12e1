using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization takes in a file outside its own directory, or a directory that holds it.</summary>
internal sealed class KustomizationFileOutside : Rule<IReadOnlyList<PathUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kustomization-file-outside",
            Title = "Kustomization of what it may not load",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "Kustomize loads files only from the kustomization's own directory and below, and no directory that holds it: it stops, and nothing is deployed.",
            Holds = "The files of the kustomization stand in its directory, or below it, and its bases beside it.",
        };

    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        deployment
            .Paths.Where(use => use is { Role: PathRole.KubernetesManifest, Answer.Presence: Presence.Present })
            .Where(use =>
                use.Subject == use.Span.File.Path && use.Span.File.Name.StartsWith("kustomization", StringComparison.OrdinalIgnoreCase)
            )
            .GroupBy(use => use.Subject, StringComparer.Ordinal)
            .Select(uses => uses.ToList());

    protected override Subject Identify(IReadOnlyList<PathUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment)
    {
        var outside = subject.Where(use => use.OutOfBoundsBecause is not null).ToList();
        if (outside is not [var first, ..])
        {
            yield break;
        }

        var directory = first.Span.File.Directory;
        yield return Fail(first.Span, $"{first.Subject} takes in {first.Path}, {first.OutOfBoundsBecause}.")
            .Related(outside.Skip(1).Select(use => use.Span))
            .Remedy(
                MovedOverlay.Remedy(first, deployment)
                    ?? $"Put what is shared into a directory beside {directory}, with a kustomization.yaml of its own, and name that directory in {PlaceList.Of(outside)}."
            )
            .Verify($"kubectl kustomize {directory}");
    }
}
