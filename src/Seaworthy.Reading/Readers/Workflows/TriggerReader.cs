using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>on</c> in all its forms: one event, a list of events, or events with filters.</summary>
internal static class TriggerReader
{
    public static IReadOnlyList<WorkflowTrigger> Read(Node? on) =>
        on switch
        {
            MappingNode mapping => [.. mapping.Entries.Select(entry => Read(entry.Key, entry.KeySpan, entry.Value))],
            null => [],
            _ => [.. (on.Texts() ?? []).Select(name => new WorkflowTrigger(name.Value, name.Span))],
        };

    private static WorkflowTrigger Read(string name, SourceSpan span, Node node) =>
        new(name, span)
        {
            Branches = node["branches"].Texts(),
            BranchesIgnore = node["branches-ignore"].Texts(),
            Tags = node["tags"].Texts(),
            TagsIgnore = node["tags-ignore"].Texts(),
            Paths = node["paths"].Texts(),
            PathsIgnore = node["paths-ignore"].Texts(),
            Types = node["types"].Texts(),
            Workflows = node["workflows"].Texts() ?? [],
            Inputs = InputReader.Read(node["inputs"]),
            Outputs = Outputs(node["outputs"]),
            Secrets = Secrets(node["secrets"]),
        };

    private static List<NamedTemplate> Outputs(Node? node)
    {
        List<NamedTemplate> outputs = [];
        foreach (var entry in node?.Entries ?? [])
        {
            if (entry.Value["value"].Template() is { } value)
            {
                outputs.Add(new NamedTemplate(entry.Key, value, entry.KeySpan));
            }
        }

        return outputs;
    }

    private static IReadOnlyList<WorkflowSecret> Secrets(Node? node) =>
        [.. (node?.Entries ?? []).Select(entry => new WorkflowSecret(entry.Key, entry.Value["required"]?.Text == "true", entry.KeySpan))];
}
