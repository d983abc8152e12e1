using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The image holds the browsers of one release of Playwright, and the program installs another.</summary>
internal sealed class BrowserOfAnotherRelease : Rule<BrowserDemand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/browser-of-another-release",
            Title = "Playwright version mismatch",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "Each Playwright release looks for its own browser builds: the first launch fails with *Executable doesn't exist*, long after the deployment looked healthy.",
            Holds = "The image's browsers match the installed Playwright release.",
        };

    public override IEnumerable<BrowserDemand> Subjects(Deployment deployment) =>
        deployment.All<BrowserDemand>().Where(demand => demand is { Release: not null, UnknownBecause: null });

    protected override Subject Identify(BrowserDemand subject) => new(subject.Image.Name, subject.Image.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(BrowserDemand subject, Deployment deployment)
    {
        if (subject.Release is { } release && release.Held.Value != release.Asked.Value)
        {
            var (held, asked) = (release.Held, release.Asked);
            yield return Fail(
                    held.Span,
                    $"{subject.Image.Name} has the browsers of Playwright {held.Value}, but {asked.Span.File.Path} installs {asked.Value}, so {subject.Import.Value} finds no browser."
                )
                .Related(asked.Span, "the release that is installed")
                .Related(subject.Import.Span, "launches a browser")
                .Remedy($"Use the image of release {asked.Value} in {held.Span}, or install {held.Value}; update both together.")
                .VerifyOneGone();
        }
    }
}
