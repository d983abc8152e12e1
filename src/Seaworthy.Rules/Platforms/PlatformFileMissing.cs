using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A platform file names a file or directory that does not exist.</summary>
internal sealed class PlatformFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/platform-file-missing",
            Title = "Missing platform file",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The platform works from a clone on a case-sensitive file system: the deployment stops, or a part of it does not start.",
            Holds = "The file or directory that the platform reads exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.PlatformFile];

    protected override string Names(PathUse use) => $"{use.Subject} names {use.Path}";

    protected override string Consequence(PathUse use) => use.Tool == "pm2" ? "PM2 does not start it" : "the platform does not find it";

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0] is { Tool: "render", Answer.Actual: { } actual } && actual.EndsWith("/" + uses[0].Path, StringComparison.Ordinal)
            ? $"Set `rootDir: {actual[..^(uses[0].Path.Length + 1)]}` in the service: without it, Render runs commands in the repository root."
            : base.Remedy(uses);
}
