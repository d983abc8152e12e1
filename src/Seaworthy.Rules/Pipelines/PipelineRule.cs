namespace Seaworthy.Rules.Pipelines;

/// <summary>What the rules of this folder share.</summary>
internal static class PipelineRule
{
    /// <summary>Actions that put a tool in place, and neither files into the workspace nor anybody's login.</summary>
    public static IReadOnlyList<string> ToolSetUps { get; } =
    [
        "pnpm/action-setup",
        "oven-sh/setup-bun",
        "astral-sh/setup-uv",
        "hashicorp/setup-terraform",
        "dtolnay/rust-toolchain",
        "docker/setup-buildx-action",
        "docker/setup-qemu-action",
    ];

    public static RuleInfo Info(
        string name,
        string title,
        Severity severity,
        string rationale,
        string holds,
        Certainty certainty = Certainty.Certain
    ) =>
        new()
        {
            Id = "pipelines/" + name,
            Title = title,
            Area = Area.Pipelines,
            Severity = severity,
            Certainty = certainty,
            Rationale = rationale,
            Holds = holds,
        };
}
