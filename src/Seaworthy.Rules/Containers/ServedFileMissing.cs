using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A web server serves a directory or a page that its container does not have.</summary>
internal sealed class ServedFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/served-file-missing",
            Title = "Missing web root",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The web server starts and answers every request with 404 or 500.",
            Holds = "The container has what its web server serves.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.ProxyFile];

    protected override string Names(PathUse use) => $"{use.Subject} serves {use.Path}";

    protected override string Consequence(PathUse use) => "requests get 404 or 500";

    protected override string Reason(PathUse use) =>
        use.Answer is { Presence: Presence.Elsewhere, Actual: { } actual }
            ? $"the file is {actual}, one directory below the root"
            : "the container does not have it";

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Answer is { Presence: Presence.Elsewhere, Actual: { } actual } && actual.Split('/') is [.., var directory, _]
            ? $"Add the directory to the root: `…/{directory}` in {PlaceList.Of(uses)}."
            : $"Set the directory that has the files in {PlaceList.Of(uses)}, or copy them to {uses[0].Answer.Looked}.";

    protected override CommandText Check(PathUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{BuiltImage.RunFor(use, "ls", deployment)} {use.Answer.Looked}");
}
