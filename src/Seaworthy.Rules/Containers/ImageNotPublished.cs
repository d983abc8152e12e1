using Seaworthy.Model;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A file names an image by a tag that Docker Hub does not have.</summary>
internal sealed class ImageNotPublished : Rule<IReadOnlyList<ImageUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/image-not-published",
            Title = "Image that its registry does not have",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The registry answers \"not found\": nothing can be built upon the image, and nothing that runs it starts, but on machines that pulled it before.",
            Holds = "Docker Hub had the image's tag, as far as is known.",
        };

    /// <summary>Twelve services upon one image are one thing to mend; what is left behind or for development is another.</summary>
    public override IEnumerable<IReadOnlyList<ImageUse>> Subjects(Deployment deployment)
    {
        var leftBehind = OrphanDockerfiles.LeftBehind(deployment);
        return deployment
            .ImageUses.Where(use => MissingImages.Knows(use.Reference))
            .GroupBy(use => new { use.Text, IsAside = use.IsForDevelopment || leftBehind.Contains(use.Span.File) })
            .Select(same => same.DistinctBy(use => use.Span).ToList());
    }

    protected override Subject Identify(IReadOnlyList<ImageUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ImageUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (MissingImages.Find(use.Reference) is not { } missing)
        {
            yield break;
        }

        var others = subject.Count > 1 ? $" (and {subject.Count - 1} more)" : "";
        var verdict = Fail(
                use.Span,
                $"{use.Subject}{others} {(use.IsBase ? "is built upon" : "runs")} {use.Text}, which {(use.Reference.Digest is null ? "Docker Hub does not have" : "no registry has")}: {missing.Reason}. {(use.IsBase ? "The build stops here" : "It cannot be pulled")}."
            )
            .Related(use.Chain)
            .Related(subject.Skip(1).Select(other => other.Span))
            .Remedy($"Name {missing.Instead ?? "a tag that is there"} in {use.Span}{(subject.Count > 1 ? " and the other places" : "")}.")
            .Verify($"docker manifest inspect {use.Text}");
        var isAside = use.IsForDevelopment || OrphanDockerfiles.LeftBehind(deployment).Contains(use.Span.File);
        yield return isAside ? verdict.As(Severity.Medium) : verdict;
    }
}
