using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows.Schema;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>action.yml</c>.</summary>
/// <remarks>Source: GitHub Docs, "Metadata syntax reference".</remarks>
internal sealed class CompositeActionReader : Reader
{
    private static readonly string[] EntryKeys = ["main", "pre", "post"];

    public override bool Accepts(string path) =>
        path is "action.yml" or "action.yaml"
        || path.EndsWith("/action.yml", StringComparison.Ordinal)
        || path.EndsWith("/action.yaml", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        var yaml = file.Yaml;
        if (yaml.Root is not MappingNode root || root["runs"] is not MappingNode runs || runs["using"] is null)
        {
            return null;
        }

        var action = Action(file.File, root, runs);
        List<Problem> problems = [.. yaml.Problems];
        if (action.Using?.Value == "composite" && yaml.Problems.Count == 0 && root.Find("runs") is { } entry)
        {
            new ShapeChecker(problems).Check(runs, ActionShape.Composite, entry.KeySpan);
            WorkflowChecks.CheckSteps(action.Steps, problems);
        }

        return action with
        {
            Problems = [.. problems.OrderBy(problem => problem.Span.Start)],
        };
    }

    private static CompositeAction Action(SourceFile file, MappingNode root, MappingNode runs) =>
        new(file)
        {
            Name = root["name"]?.Fact,
            Inputs = InputReader.Read(root["inputs"]),
            Outputs = Outputs(root["outputs"]),
            Using = runs["using"]?.Fact,
            EntryFiles = [.. EntryKeys.Select(key => runs[key]?.Fact).OfType<Fact<string>>()],
            Image = runs["image"]?.Fact,
            Steps = new StepReader([], runnerShell: null).Read(runs["steps"]),
        };

    private static List<NamedTemplate> Outputs(Node? node)
    {
        List<NamedTemplate> outputs = [];
        foreach (var entry in node?.Entries ?? [])
        {
            var value = entry.Value["value"].Template() ?? new ExpressionTemplate("", [new ExpressionPart("")], entry.KeySpan);
            outputs.Add(new NamedTemplate(entry.Key, value, entry.KeySpan));
        }

        return outputs;
    }
}
