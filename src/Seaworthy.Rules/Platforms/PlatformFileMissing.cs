using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A description of a platform names a file or directory that is not there.</summary>
internal sealed class PlatformFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/platform-file-missing",
            Title = "File or directory that a platform does not find",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The platform stops the deployment, or serves nothing: it works on a clone, where letters count.",
            Holds = "The file or directory that the platform is told exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.PlatformFile];

    protected override string Names(PathUse use) => $"{use.Subject} names {use.Path}";

    protected override string Consequence(PathUse use) => use.Tool == "pm2" ? "PM2 does not start it" : "the platform does not find it";

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0] is { Tool: "render", Answer.Actual: { } actual } && actual.EndsWith("/" + uses[0].Path, StringComparison.Ordinal)
            ? $"Write `rootDir: {actual[..^(uses[0].Path.Length + 1)]}` into the service: without it Render runs commands in the root of the repository."
            : base.Remedy(uses);
}
