using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Mobile;

/// <summary>A pubspec bundles a file that is not there.</summary>
internal sealed class AssetMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "mobile/asset-missing",
            Title = "Asset of an application that is not there",
            Area = Area.Mobile,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Flutter's build ends with \"No file or variants found for asset\": no package, and no release.",
            Holds = "The file that is bundled exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.AppAsset];

    protected override string Names(PathUse use) => $"{use.Subject} bundles {use.Path}";

    protected override string Consequence(PathUse use) => "the build of the application ends here";

    // Fonts and pictures that were left out are put there together.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.IsMissing ? new { Cause = "", Place = use.Span.File.Path } : base.OneCause(use, tree);
}
