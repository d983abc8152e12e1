using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads the inputs that a workflow or an action declares.</summary>
internal static class InputReader
{
    public static IReadOnlyList<WorkflowInput> Read(Node? inputs) => [.. (inputs?.Entries ?? []).Select(Read)];

    private static WorkflowInput Read(NodeEntry entry) =>
        new(entry.Key, entry.Value["required"]?.Text is "true" or "True" or "TRUE", entry.Value["default"].Template(), entry.KeySpan)
        {
            Type = entry.Value["type"]?.Fact,
            Options = entry.Value["options"].Texts() ?? [],
        };
}
