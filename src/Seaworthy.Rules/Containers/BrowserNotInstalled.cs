using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Code launches a browser by Playwright, and its image holds none.</summary>
internal sealed class BrowserNotInstalled : Rule<BrowserDemand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/browser-not-installed",
            Title = "Playwright without a browser",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The package brings no browser: the first launch fails with *Executable doesn't exist*, long after the deployment looked well.",
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
            ? Unknown(place, $"Whether {subject.Image.Name} holds the browser that {subject.Import.Value} launches cannot be told: {why}.")
            : LikelyFail(
                    place,
                    $"{subject.Import.Value} launches a browser by Playwright, and {subject.Image.Name} installs none: the launch fails."
                )
                .Related(subject.Import.Span)
                .Remedy(
                    $"Add `RUN playwright install --with-deps chromium` to {subject.Image.Dockerfile.File.Path}, behind the installation of the package."
                )
                .Verify($"docker run --rm --entrypoint playwright {BuiltImage.Built(subject.Image)} install --list");
    }
}
