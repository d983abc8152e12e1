using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Mobile;

/// <summary>A pubspec bundles a file that does not exist.</summary>
internal sealed class AssetMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "mobile/asset-missing",
            Title = "Missing app asset",
            Area = Area.Mobile,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Flutter's build fails with \"No file or variants found for asset\": no package, and no release.",
            Holds = "The bundled file exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.AppAsset];

    protected override string Names(PathUse use) => $"{use.Subject} bundles {use.Path}";

    protected override string Consequence(PathUse use) => "the app build fails";

    // Missing fonts and pictures are added together.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.IsMissing ? new { Cause = "", Place = use.Span.File.Path } : base.OneCause(use, tree);
}
