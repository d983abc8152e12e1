using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization lists a file outside its directory, or a directory that contains it.</summary>
internal sealed class KustomizationFileOutside : Rule<IReadOnlyList<PathUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kustomization-file-outside",
            Title = "File outside kustomization root",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "Kustomize loads no file outside the directory of the kustomization and no directory that contains it, so the build fails and nothing is deployed.",
            Holds = "The files of the kustomization are in or below its directory, and no base contains it.",
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
        yield return Fail(first.Span, $"{first.Subject} lists `{first.Path}`, {first.OutOfBoundsBecause}.")
            .Related(outside.Skip(1).Select(use => use.Span))
            .Remedy(
                MovedOverlay.Remedy(first, deployment)
                    ?? $"Move the shared files to a directory beside {directory} with its own kustomization.yaml, and list that directory in {PlaceList.Of(outside)}."
            )
            .Verify($"kubectl kustomize {directory}");
    }
}
