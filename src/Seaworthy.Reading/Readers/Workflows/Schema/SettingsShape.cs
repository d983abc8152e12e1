using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shapes that a workflow and each of its jobs share.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", permissions, defaults and concurrency.</remarks>
internal static class SettingsShape
{
    private static readonly Shape Access = OneOf("read", "write", "none");

    public static Shape Permissions { get; } =
        new Shape.Choice(
            OneOf("read-all", "write-all"),
            Keys(
                ("actions", Access),
                ("artifact-metadata", Access),
                ("attestations", Access),
                ("checks", Access),
                ("code-quality", Access),
                ("contents", Access),
                ("copilot-requests", OneOf("write", "none")),
                ("deployments", Access),
                ("discussions", Access),
                ("drives", Access),
                ("id-token", OneOf("write", "none")),
                ("issues", Access),
                ("models", OneOf("read", "none")),
                ("packages", Access),
                ("pages", Access),
                ("pull-requests", Access),
                ("repository-projects", Access),
                ("security-events", Access),
                ("statuses", Access),
                ("vulnerability-alerts", OneOf("read", "none"))
            )
        );

    public static Shape RunDefaults { get; } = Keys(("run", Keys(("shell", NonEmptyText), ("working-directory", NonEmptyText))));

    public static Shape Concurrency { get; } =
        new Shape.Choice(Text, Keys(("group!", NonEmptyText), ("cancel-in-progress", Flag), ("queue", OneOf("single", "max"))));
}
