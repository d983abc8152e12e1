using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Code launches a browser with Playwright, and its image has none.</summary>
internal sealed class BrowserNotInstalled : Rule<BrowserDemand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/browser-not-installed",
            Title = "Missing Playwright browser",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Playwright's packages contain no browser: the first launch fails with *Executable doesn't exist*, long after the deployment looked healthy.",
            Holds = "The image holds the browser that its code launches.",
        };

    public override IEnumerable<BrowserDemand> Subjects(Deployment deployment) => deployment.All<BrowserDemand>();

    protected override Subject Identify(BrowserDemand subject) => new(subject.Image.Name, subject.Image.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(BrowserDemand subject, Deployment deployment)
    {
        var place = subject.Image.Final.Declared.Span;
        if (subject.Installed is not null)
        {
            yield break;
        }

        yield return subject.UnknownBecause is { } why
            ? Unknown(place, $"Unknown whether {subject.Image.Name} has the browser that {subject.Import.Value} launches: {why}.")
            : LikelyFail(place, $"{subject.Import.Value} launches a browser with Playwright, but {subject.Image.Name} installs none.")
                .Related(subject.Import.Span)
                .Remedy(
                    $"Add `RUN playwright install --with-deps chromium` to {subject.Image.Dockerfile.File.Path}, after the package installation."
                )
                .Verify($"docker run --rm --entrypoint playwright {BuiltImage.Built(subject.Image)} install --list");
    }
}
