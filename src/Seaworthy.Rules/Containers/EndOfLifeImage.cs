using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image is of a release that gets no security fixes any more.</summary>
internal sealed class EndOfLifeImage : Rule<IReadOnlyList<ImageUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/end-of-life-image",
            Title = "Image of a release without security fixes",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "Vulnerabilities found since then stay open, and nobody will publish a fixed image.",
            Holds = "The image's release still gets security fixes.",
        };

    public override IEnumerable<IReadOnlyList<ImageUse>> Subjects(Deployment deployment) =>
        deployment
            .ImageUses.Where(use => EndOfLifeDates.Of(use.Reference).Count > 0 || Successor(use) is not null)
            .Where(use => use.Missing is null)
            .GroupBy(use => new { use.Span.File.Path, use.Text })
            .Select(same => same.DistinctBy(use => use.Span).ToList());

    protected override Subject Identify(IReadOnlyList<ImageUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ImageUse> subject, Deployment deployment)
    {
        var use = subject[0];
        var ended = EndOfLifeDates.Of(use.Reference).Where(row => row.Date < EndOfLifeDates.AsOf).MinBy(row => row.Date);
        var successor = Successor(use);
        if (ended is null && successor is null)
        {
            yield break;
        }

        var reason = ended is not null
            ? $"{ended.Product} {ended.Version} got its last security fixes on {ended.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : $"the image is not maintained any more (successor: {successor})";
        var verdict = Warn(use.Span, $"{use.Subject} {(use.IsBase ? "is built upon" : "runs")} {use.Text}: {reason}.")
            .Related(use.Chain)
            .Related(subject.Skip(1).Select(other => other.Span))
            .Remedy(
                ended is not null && EndOfLifeDates.Supported(ended.Product) is { } release
                    ? $"Move {use.Span} to a release that is supported, such as {release.Product} {release.Version}{Besides(use, release.Version)}."
                    : $"Move {use.Span} to {successor ?? "a release that is supported"}."
            )
            .Verify($"docker run --rm --entrypoint cat {use.Text} /etc/os-release");
        var isAside =
            subject.All(other => other.IsForDevelopment || other.IsBuildStage)
            || OrphanDockerfiles.LeftBehind(deployment).Contains(use.Span.File);
        yield return isAside ? verdict.As(Severity.Low) : verdict;
    }

    /// <summary>What the newer release does not take any more, and this file goes on saying.</summary>
    private static string Besides(ImageUse use, string version)
    {
        var text = use.Span.File.Text;
        var options = ImageReference.Parse($"{use.Reference.Repository}:{version}") is { } newer
            ? RemovedOptions.Of(newer).Where(option => text.Contains("--" + option.Name, StringComparison.Ordinal)).ToList()
            : [];
        // Source: MariaDB/mariadb-docker, issue 512: images from 11 on have the programs under MariaDB's own names only.
        return options.Count > 0 ? $", and take `--{options[0].Name}` out, which that refuses"
            : use.Reference.Repository == "mariadb"
            && !version.StartsWith("10.", StringComparison.Ordinal)
            && text.Contains("mysqladmin", StringComparison.Ordinal)
                ? ", and write `mariadb-admin` for `mysqladmin`, which that does not have"
            : "";
    }

    private static string? Successor(ImageUse use) => PublicImages.Find(use.Reference)?.Successor;
}
