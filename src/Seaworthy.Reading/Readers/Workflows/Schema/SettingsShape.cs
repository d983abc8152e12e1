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
                new("actions", Access),
                new("artifact-metadata", Access),
                new("attestations", Access),
                new("checks", Access),
                new("code-quality", Access),
                new("contents", Access),
                new("copilot-requests", OneOf("write", "none")),
                new("deployments", Access),
                new("discussions", Access),
                new("drives", Access),
                new("id-token", OneOf("write", "none")),
                new("issues", Access),
                new("models", OneOf("read", "none")),
                new("packages", Access),
                new("pages", Access),
                new("pull-requests", Access),
                new("repository-projects", Access),
                new("security-events", Access),
                new("statuses", Access),
                new("vulnerability-alerts", OneOf("read", "none"))
            )
        );

    public static Shape RunDefaults { get; } = Keys([new("run", Keys(new("shell", NonEmptyText), new("working-directory", NonEmptyText)))]);

    public static Shape Concurrency { get; } =
        new Shape.Choice(Text, Keys(new("group!", NonEmptyText), new("cancel-in-progress", Flag), new("queue", OneOf("single", "max"))));
}
