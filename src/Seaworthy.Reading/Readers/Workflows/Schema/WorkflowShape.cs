using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of a whole workflow file, apart from its triggers and jobs.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
internal static class WorkflowShape
{
    public static Shape.Mapping Root { get; } =
        Keys(
            new("on!", TriggerShape.Root),
            new("name", Text),
            new("description", Text),
            new("run-name", Text with { Allows = ContextSets.Workflow }),
            new("defaults", SettingsShape.RunDefaults),
            new("env", TextMap with { Allows = ContextSets.WorkflowWithSecrets }),
            new("permissions", SettingsShape.Permissions),
            new("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Workflow }),
            new("jobs!", Map(JobShape.Job))
        );
}
