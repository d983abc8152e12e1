using Seaworthy.Model;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A file names an image by a tag that Docker Hub does not have.</summary>
internal sealed class ImageNotPublished : Rule<SameImage>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/image-not-published",
            Title = "Nonexistent image",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The pull fails: no image can be built on it, and nothing that runs it starts, except on machines that pulled it before.",
            Holds = "Docker Hub has the image's tag, as far as is known.",
        };

    /// <summary>Twelve services on one image are one thing to fix; unused or development files are another.</summary>
    public override IEnumerable<SameImage> Subjects(Deployment deployment)
    {
        var leftBehind = OrphanDockerfiles.LeftBehind(deployment);
        return deployment
            .ImageUses.Where(use => use.Missing is not null || use.WasPublished)
            .GroupBy(use => new { use.Text, IsAside = use.IsForDevelopment || leftBehind.Contains(use.Span.File) })
            .Select(same => new SameImage([.. same.DistinctBy(use => use.Span)], same.Key.IsAside));
    }

    protected override Subject Identify(SameImage subject) => new(subject.Uses[0].Subject, subject.Uses[0].Span, subject.Uses[0].Text);

    protected override IEnumerable<Verdict> Check(SameImage subject, Deployment deployment)
    {
        var use = subject.Uses[0];
        if (use.Missing is not { } missing)
        {
            yield break;
        }

        var others = subject.Uses.Count > 1 ? $" (and {subject.Uses.Count - 1} more)" : "";
        var verdict = Fail(
                use.Span,
                $"{use.Subject}{others} {(use.IsBase ? "is built on" : "runs")} `{use.Text}`, which {(missing.IsNoName ? "no registry has" : $"{missing.Registry} does not have")}: {missing.Reason}."
            )
            .Related(use.Chain)
            .Related(subject.Uses.Skip(1).Select(other => other.Span))
            .Remedy(
                $"Use {Instead(use, missing, deployment) ?? "an existing tag"} in {PlaceList.Of(subject.Uses.Select(one => one.Span))}{MoveToTemurin.Besides(subject, missing, deployment)}.{KindredImages.Besides(subject, missing, deployment)}"
            )
            .VerifyAllGone();
        yield return subject.IsAside ? verdict.As(Severity.Medium) : verdict;
    }

    private static string? Instead(ImageUse use, MissingImage missing, Deployment deployment) =>
        missing.Wrapper is { } script
        && (
            deployment.Tree.HasFile(script)
            || (use.Span.File.Directory is { Length: > 0 } directory && deployment.Tree.HasFile($"{directory}/{script}"))
        )
            ? missing.InsteadWithWrapper
            : missing.Instead;
}
