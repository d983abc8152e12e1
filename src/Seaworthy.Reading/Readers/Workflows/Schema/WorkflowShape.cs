using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of a whole workflow file, apart from its triggers and jobs.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
internal static class WorkflowShape
{
    public static Shape.Mapping Root { get; } =
        Keys(
            ("on!", TriggerShape.Root),
            ("name", Text),
            ("description", Text),
            ("run-name", Text with { Allows = ContextSets.Workflow }),
            ("defaults", SettingsShape.RunDefaults),
            ("env", TextMap with { Allows = ContextSets.WorkflowWithSecrets }),
            ("permissions", SettingsShape.Permissions),
            ("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Workflow }),
            ("jobs!", Map(JobShape.Job))
        );
}
