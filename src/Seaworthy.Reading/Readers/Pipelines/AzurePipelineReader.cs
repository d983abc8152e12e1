using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the jobs of <c>azure-pipelines.yml</c>.</summary>
/// <remarks>Source: Microsoft Learn, "YAML schema reference for Azure Pipelines".</remarks>
internal sealed class AzurePipelineReader : Reader
{
    private static readonly string[] StepLists = ["steps"];
    private static readonly string[] Strategies = ["runOnce", "rolling", "canary"];
    private static readonly string[] Hooks = ["preDeploy", "deploy", "routeTraffic", "postRouteTraffic"];

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("azure-pipelines", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal));
    }

    public override Artifact? Read(FileSyntax file)
    {
        if (file.Yaml.Root is not MappingNode root)
        {
            return null;
        }

        List<CommandStage> stages = [];
        AddJobs("", root, root.Span, stages);
        foreach (var stage in root["stages"]?.Items ?? [])
        {
            AddJobs(stage["stage"]?.Text ?? "", stage, stage["stage"]?.Span ?? stage.Span, stages);
        }

        return new CommandPipeline(file.File, "azure-pipelines")
        {
            Stages =
                AnyBranch(root) is { } start && !HasConditions(root)
                    ? [.. stages.Select(stage => stage with { AnyBranchAt = start })]
                    : stages,
            Problems = file.Yaml.Problems,
        };
    }

    /// <summary>A trigger that names all branches. Without one, the settings of the project decide.</summary>
    /// <remarks>Source: Microsoft Learn, "YAML schema reference for Azure Pipelines", trigger.</remarks>
    private static SourceSpan? AnyBranch(MappingNode root) =>
        root["trigger"] is { } trigger && trigger.At("branches", "exclude") is null
            ? (trigger.Fact is { } only ? [only] : trigger.Texts.Concat(trigger.At("branches", "include")?.Texts ?? []))
                .Where(branch => branch.Value is "*")
                .Select(branch => (SourceSpan?)branch.Span)
                .FirstOrDefault()
            : null;

    // A stage that is left out takes with it those after it.
    private static bool HasConditions(MappingNode root) =>
        (root["stages"]?.Items ?? [])
            .Prepend(root)
            .Any(stage =>
                stage["condition"] is not null
                || (stage["jobs"]?.Items ?? []).Any(job => job["condition"] is not null || job["environment"] is not null)
            );

    private static void AddJobs(string name, Node node, SourceSpan span, List<CommandStage> stages)
    {
        if (node["steps"] is not null)
        {
            stages.Add(Stage(name, node, span));
        }

        foreach (var job in node["jobs"]?.Items ?? [])
        {
            var id = job["job"] ?? job["deployment"];
            var full = string.Join('/', new[] { name, id?.Text ?? "" }.Where(part => part.Length > 0));
            stages.Add(Stage(full, job, id?.Span ?? job.Span));
        }
    }

    private static CommandStage Stage(string name, Node job, SourceSpan span)
    {
        List<ShellCommand> commands = [];
        List<Fact<string>> uses = [];
        foreach (var step in Steps(job))
        {
            if ((step["script"] ?? step["bash"]) is { } script)
            {
                commands.AddRange(CommandDirectory.Below(step["workingDirectory"]?.Text, ScriptLines.Commands(script)));
            }
            else if ((step["task"] ?? step["template"] ?? step["checkout"])?.Fact is { } task)
            {
                uses.Add(task);
            }
        }

        return new CommandStage(name, commands, span) { Image = job["container"]?.Fact ?? job.At("container", "image")?.Fact, Uses = uses };
    }

    // A deployment job keeps its steps under the hooks of its strategy.
    private static IEnumerable<Node> Steps(Node job)
    {
        var strategy = Strategies.Select(kind => job.At("strategy", kind)).FirstOrDefault(found => found is not null);
        var lists = StepLists.Select(key => job[key]).Concat(Hooks.Select(hook => strategy?[hook]?["steps"]));
        return lists.SelectMany(list => list?.Items ?? []);
    }
}
