using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads what workflows and jobs have in common: permissions, defaults, concurrency.</summary>
internal static class SettingsReader
{
    public static PermissionSet? Permissions(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: false } scalar => new PermissionSet(scalar.Fact, [], scalar.Span),
            MappingNode mapping => new PermissionSet(
                null,
                [.. mapping.Entries.Select(entry => new Permission(entry.Key, entry.Value.Text ?? "", entry.Span))],
                mapping.Span
            ),
            _ => null,
        };

    public static RunDefaults? Defaults(Node? node) =>
        node?["run"] is MappingNode run ? new RunDefaults(run["shell"]?.Fact, run["working-directory"].Template()) : null;

    public static Concurrency? Concurrency(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: false } scalar => new Concurrency(scalar.Template(), null, scalar.Span),
            MappingNode mapping => new Concurrency(mapping["group"].Template(), mapping["cancel-in-progress"].Template(), mapping.Span),
            _ => null,
        };

    public static DeploymentEnvironment? Environment(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: false } => Environment(node.Template(), null, node.Span),
            MappingNode mapping => Environment(mapping["name"].Template(), mapping["url"].Template(), mapping.Span),
            _ => null,
        };

    private static DeploymentEnvironment? Environment(ExpressionTemplate? name, ExpressionTemplate? url, SourceSpan span) =>
        name is null ? null : new DeploymentEnvironment(name, url, span);
}
