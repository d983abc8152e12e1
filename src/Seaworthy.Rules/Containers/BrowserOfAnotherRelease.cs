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
            Title = "Browsers of another release of Playwright",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "Each release of Playwright looks for browsers of its own: the first launch fails with *Executable doesn't exist*, long after the deployment looked well.",
            Holds = "The image's browsers are those of the release that is installed.",
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
                    $"{subject.Image.Name} is built upon the browsers of Playwright {held.Value}, and {asked.Span.File.Path} installs Playwright {asked.Value}, which {subject.Import.Value} launches: it does not find its browser."
                )
                .Related(asked.Span, "the release that is installed")
                .Related(subject.Import.Span, "launches a browser")
                .Remedy(
                    $"Name the image of release {asked.Value} in {held.Span}, or install {held.Value}; keep the two together from then on."
                )
                .VerifyOneGone();
        }
    }
}
