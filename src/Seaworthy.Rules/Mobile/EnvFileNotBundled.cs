using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Mobile;

/// <summary>An app loads an environment file that is not bundled.</summary>
internal sealed class EnvFileNotBundled : Rule<LoadedAsset>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "mobile/env-file-not-bundled",
            Title = "Unbundled environment file",
            Area = Area.Mobile,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The app crashes with FileNotFoundError before its first screen, on every phone.",
            Holds = "The loaded file is among the assets.",
        };

    public override IEnumerable<LoadedAsset> Subjects(Deployment deployment) => deployment.All<LoadedAsset>();

    protected override Subject Identify(LoadedAsset subject) => new(subject.Manifest.File.Path, subject.Span);

    protected override IEnumerable<Verdict> Check(LoadedAsset subject, Deployment deployment)
    {
        if (subject.ListedAt is not null)
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Span.File.Path} loads {subject.Path}, but {subject.Manifest.File.Path} does not list it among its assets."
            )
            .Remedy($"Add `- {subject.Path}` under `flutter:` and `assets:` in {subject.Manifest.File.Path}.")
            .Verify($"flutter build bundle && grep -c {subject.Path} build/flutter_assets/AssetManifest.json");
    }
}
