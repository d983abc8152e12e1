using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization changes an object that is not among its resources.</summary>
internal sealed class PatchMatchesNothing : Rule<IReadOnlyList<KustomizeSelection>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/patch-matches-nothing",
            Title = "Patch without matching object",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Kustomize fails at a patch without its object and deploys nothing. It silently ignores a target that selects nothing, so the change is lost.",
            Holds = "Every change matches an object of the kustomization.",
        };

    // Changes that fail for the same reason are one mistake.
    public override IEnumerable<IReadOnlyList<KustomizeSelection>> Subjects(Deployment deployment) =>
        deployment
            .All<KustomizeSelection>()
            .GroupBy(selection => new
            {
                selection.File,
                selection.MissesBecause,
                selection.IsPassedOver,
                selection.UnknownBecause,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<KustomizeSelection> subject) => new(subject[0].File.Path, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<KustomizeSelection> all, Deployment deployment)
    {
        var subject = all[0];
        var what = all.Count == 1 ? subject.What : $"{subject.What} and {all.Count - 1} more";
        if (subject.MissesBecause is not { } why)
        {
            yield break;
        }

        var directory = subject.File.Directory.Length == 0 ? "." : subject.File.Directory;
        if (subject.UnknownBecause is { } reason)
        {
            yield return Unknown(subject.Span, $"Unknown whether {subject.File.Path} changes {what}: {why}, but {reason}.");
        }
        else if (subject.IsPassedOver)
        {
            yield return Warn(subject.Span, $"{subject.File.Path} changes {what}, but {why}: kustomize ignores the change.")
                .As(Severity.Medium)
                .Related(all.Skip(1).Select(other => other.Span))
                .Remedy($"Name a resource of the kustomization in {subject.Span}, or remove the patch.")
                .Verify($"kubectl kustomize {directory}");
        }
        else
        {
            yield return Fail(subject.Span, $"{subject.File.Path} changes {what}, but {why}: kustomize fails.")
                .Related(subject.Related)
                .Related(all.Skip(1).Select(other => other.Span))
                .Remedy(
                    $"Make {subject.Span} match the object, or list the file under `resources` of {subject.File.Path} if it is not a patch."
                )
                .Verify($"kubectl kustomize {directory}");
        }
    }
}
