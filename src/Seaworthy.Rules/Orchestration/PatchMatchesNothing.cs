using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization changes an object that it does not take in.</summary>
internal sealed class PatchMatchesNothing : Rule<IReadOnlyList<KustomizeSelection>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/patch-matches-nothing",
            Title = "Patch of an object that is not there",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Kustomize stops at a patch without its object: nothing of the overlay is deployed. A target that selects nothing is passed over, and the change is lost.",
            Holds = "The change meets an object of the kustomization.",
        };

    // What misses its objects for one reason is one slip.
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
            yield return Unknown(subject.Span, $"{subject.File.Path} changes {what}, and {why}, but {reason}.");
        }
        else if (subject.IsPassedOver)
        {
            yield return Warn(subject.Span, $"{subject.File.Path} changes {what}, but {why}: kustomize passes over the patch.")
                .As(Severity.Medium)
                .Related(all.Skip(1).Select(other => other.Span))
                .Remedy($"Name an object that the kustomization takes in, in {subject.Span}, or remove the patch.")
                .Verify($"kubectl kustomize {directory}");
        }
        else
        {
            yield return Fail(subject.Span, $"{subject.File.Path} changes {what}, but {why}: kustomize cannot build it.")
                .Related(subject.Related)
                .Related(all.Skip(1).Select(other => other.Span))
                .Remedy(
                    $"Make {subject.Span} say what the object says, or list the file under `resources` of {subject.File.Path} if it is no patch."
                )
                .Verify($"kubectl kustomize {directory}");
        }
    }
}
