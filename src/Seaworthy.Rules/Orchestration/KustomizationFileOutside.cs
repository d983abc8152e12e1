using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization takes in a file that stands outside its own directory.</summary>
internal sealed class KustomizationFileOutside : Rule<IReadOnlyList<PathUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kustomization-file-outside",
            Title = "Kustomization of a file outside its directory",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "Kustomize loads files only from the kustomization's own directory and below, and stops at the first other one: nothing is deployed.",
            Holds = "The files of the kustomization stand in its directory, or below it.",
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
        var outside = subject.Where(use => use.IsOutOfBounds).ToList();
        if (outside is not [var first, ..])
        {
            yield break;
        }

        var directory = first.Span.File.Directory;
        yield return Fail(
                first.Span,
                $"{first.Subject} takes in the file {first.Path}, which is not in or below {directory}: kustomize refuses to load it."
            )
            .Related(outside.Skip(1).Select(use => use.Span))
            .Remedy(
                $"Put a kustomization.yaml beside {first.Answer.Looked} and name that directory in {first.Span}, or build with `--load-restrictor LoadRestrictionsNone`."
            )
            .Verify($"kubectl kustomize {directory}");
    }
}
