using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads one job of a workflow.</summary>
internal static class JobReader
{
    public static WorkflowJob Read(NodeEntry entry, RunDefaults? workflowDefaults)
    {
        var node = entry.Value;
        var runner = Runner(node["runs-on"]);
        var matrix = MatrixReader.Read(node.At("strategy", "matrix"));
        var defaults = SettingsReader.Defaults(node["defaults"]);
        var shell = RunnerShells.DefaultOf(runner, matrix);
        return new WorkflowJob(entry.Key, entry.KeySpan)
        {
            Name = node["name"].Template(),
            RunsOn = runner,
            Needs = node["needs"].Texts() ?? [],
            If = node["if"].Condition(),
            DeploysTo = SettingsReader.Environment(node["environment"]),
            Matrix = matrix,
            Container = ContainerReader.Container(node["container"]),
            Services = ContainerReader.Services(node["services"]),
            Environment = node["env"].Named(),
            Defaults = defaults,
            Permissions = SettingsReader.Permissions(node["permissions"]),
            Concurrency = SettingsReader.Concurrency(node["concurrency"]),
            Outputs = node["outputs"].Named(),
            TimeoutMinutes = node["timeout-minutes"].Template(),
            ContinueOnError = node["continue-on-error"].Template(),
            Uses = ActionReferenceParser.Parse(node["uses"]),
            With = node["with"].Named(),
            Secrets = node["secrets"].Named(),
            InheritsSecrets = node["secrets"]?.Text == "inherit",
            Steps = new StepReader([defaults, workflowDefaults], shell).Read(node["steps"]),
        };
    }

    private static RunnerSelection? Runner(Node? node) =>
        node switch
        {
            null => null,
            MappingNode mapping => new RunnerSelection(mapping["labels"].Templates(), mapping["group"].Template(), mapping.Span),
            _ => new RunnerSelection(node.Templates(), null, node.Span),
        };
}
