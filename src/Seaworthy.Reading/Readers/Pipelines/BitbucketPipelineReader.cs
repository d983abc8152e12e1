using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the steps of <c>bitbucket-pipelines.yml</c>.</summary>
/// <remarks>Source: Atlassian Support, "Bitbucket Pipelines configuration reference".</remarks>
internal sealed class BitbucketPipelineReader : Reader
{
    private const int MaximumDepth = 12;

    public override bool Accepts(string path) => path == "bitbucket-pipelines.yml";

    public override Artifact? Read(FileSyntax file)
    {
        List<CommandStage> stages = [];
        if (file.Yaml.Root?["pipelines"] is { } pipelines)
        {
            Collect(pipelines, "", stages, 0);
        }

        return new CommandPipeline(file.File, "bitbucket") { Stages = stages, Problems = file.Yaml.Problems };
    }

    // Steps stand under default, branches, pull-requests, tags and custom, alone or in stages and parallel groups.
    private static void Collect(Node node, string section, List<CommandStage> stages, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        foreach (var entry in node.Entries)
        {
            if (entry.Key == "step")
            {
                stages.Add(Stage(entry, section));
            }
            else
            {
                Collect(entry.Value, entry.Key is "parallel" or "stage" or "steps" ? section : entry.Key, stages, depth + 1);
            }
        }

        foreach (var item in node.Items)
        {
            Collect(item, section, stages, depth + 1);
        }
    }

    private static CommandStage Stage(NodeEntry entry, string section)
    {
        var script = entry.Value["script"];
        return new CommandStage(entry.Value["name"]?.Text ?? section, ScriptLines.Commands(script), entry.KeySpan)
        {
            Image = entry.Value["image"]?.Fact ?? entry.Value.At("image", "name")?.Fact,
            Uses = [.. (script?.Items ?? []).Select(item => item["pipe"]?.Fact).OfType<Fact<string>>()],
            AnyBranchAt =
                section == "default" && entry.Value["condition"] is null && entry.Value["trigger"]?.Text is not "manual"
                    ? entry.KeySpan
                    : null,
        };
    }
}
