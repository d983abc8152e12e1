using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An image installs a locked release of a package that is known to fail with the runtime of the image.</summary>
internal sealed class PackageBrokenByRuntime : Rule<IReadOnlyList<BrokenPackage>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/package-broken-by-runtime",
            Title = "Package incompatible with runtime",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The lock file keeps the old release whatever the base image brings, so every new build of the image fails alike.",
            Holds = "The locked release works with the runtime of the image, as far as is known.",
        };

    public override IEnumerable<IReadOnlyList<BrokenPackage>> Subjects(Deployment deployment) =>
        deployment
            .All<BrokenPackage>()
            .GroupBy(found => new
            {
                Held = found.Held.Span,
                found.Break.Package,
                found.Fails,
            })
            // Of a package's rows, one for each range of releases, those that the release is none of say nothing.
            .GroupBy(same => new { same.Key.Held, same.Key.Package })
            .Select(rows => (rows.FirstOrDefault(row => row.Key.Fails) ?? rows.First()).ToList());

    protected override Subject Identify(IReadOnlyList<BrokenPackage> subject) =>
        new($"{subject[0].Image.Name}: {subject[0].Break.Package}", subject[0].Held.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<BrokenPackage> subject, Deployment deployment)
    {
        var found = subject[0];
        if (!found.Fails)
        {
            yield break;
        }

        var (held, known, release) = (found.Held, found.Break, found.Release);
        var runtime = held.Value.Runtime == "node" ? "Node.js" : "Python";
        var verdict = LikelyFail(
                held.Span,
                $"{found.Image.Name} has {runtime} {held.Value.Version}, but {release.Span.File.Path} locks {known.Package} {release.Value}: {known.Symptom}."
            )
            .Related(subject.Select(one => one.Release.Span), "keeps this release")
            .Related(found.Install)
            .Remedy(
                $"Update {known.Package} to {known.Fixed} in {Places(subject)}, or use an image with {runtime} {known.Last} in {held.Span}."
            )
            .Verify(TreeCheck.OneGone([held.Span, .. subject.Select(one => one.Release.Span)]));
        yield return found.Image.IsForDevelopment ? verdict.As(Severity.Medium) : verdict;
    }

    private static string Places(IReadOnlyList<BrokenPackage> subject) => PlaceList.Of(subject.Select(one => one.Release.Span));
}
