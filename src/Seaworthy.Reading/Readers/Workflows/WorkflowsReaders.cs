namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>The readers of CI workflows.</summary>
internal static class WorkflowsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new WorkflowReader(), new CompositeActionReader(), new DependabotReader()];
}
