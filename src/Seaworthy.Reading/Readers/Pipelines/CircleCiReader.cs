using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the jobs of <c>.circleci/config.yml</c>.</summary>
/// <remarks>Source: CircleCI Docs, "Configuration reference", jobs.</remarks>
internal sealed class CircleCiReader : Reader
{
    public override bool Accepts(string path) => path is ".circleci/config.yml" or ".circleci/config.yaml";

    public override Artifact? Read(FileSyntax file)
    {
        var starts = CircleCiStarts.In(file.Yaml.Root);
        return new CommandPipeline(file.File, "circleci")
        {
            Stages =
            [
                .. InlineOrbs(file.Yaml.Root)
                    .Append(file.Yaml.Root)
                    .SelectMany(Stages)
                    .Select(stage => stage with { AnyBranchAt = starts.TryGetValue(stage.Name, out var start) ? start : null }),
            ],
            Elsewhere = [.. HandedOver(file.Yaml.Root), .. OfOrbs(file.Yaml.Root)],
            Problems = file.Yaml.Problems,
        };
    }

    /// <summary>Orbs that the file itself defines.</summary>
    /// <remarks>Source: CircleCI Docs, "Orb authoring", "Inline orbs".</remarks>
    private static IEnumerable<Node?> InlineOrbs(Node? root) =>
        (root?["orbs"]?.Entries ?? []).Select(orb => orb.Value).Where(orb => orb["commands"] is not null || orb["jobs"] is not null);

    private static IEnumerable<CommandStage> Stages(Node? root) =>
        (root?["jobs"]?.Entries ?? []).Concat(root?["commands"]?.Entries ?? []).Select(Stage);

    /// <summary>A setup pipeline works out another one and continues with that.</summary>
    /// <remarks>Source: CircleCI Docs, "Dynamic configuration".</remarks>
    private static IEnumerable<Fact<string>> HandedOver(Node? root) => root?["setup"]?.Fact is { Value: "true" } setup ? [setup] : [];

    /// <remarks>Source: CircleCI Docs, "Orbs introduction", jobs.</remarks>
    private static IEnumerable<Fact<string>> OfOrbs(Node? root) =>
        (root?["workflows"]?.Entries ?? [])
            .SelectMany(workflow => workflow.Value["jobs"]?.Items ?? [])
            .Select(job => job.Fact ?? (job.Entries is [var named, ..] ? new Fact<string>(named.Key, named.KeySpan) : null))
            .OfType<Fact<string>>()
            .Where(job => job.Value.Contains('/', StringComparison.Ordinal));

    private static CommandStage Stage(NodeEntry entry)
    {
        List<ShellCommand> commands = [];
        List<Fact<string>> uses = [];
        foreach (var step in entry.Value["steps"]?.Items ?? [])
        {
            if (step["run"] is { } run)
            {
                commands.AddRange(CommandDirectory.Below(run["working_directory"]?.Text, ScriptLines.Commands(run["command"] ?? run)));
            }
            else if (step.Fact is { } name)
            {
                uses.Add(name);
            }
            else
            {
                uses.AddRange(step.Entries.Select(used => new Fact<string>(used.Key, used.KeySpan)));
            }
        }

        // By default the checkout goes into the job's working directory, wherever that is.
        var isElsewhere = entry.Value["steps"]?.Items.Any(step => step.At("checkout", "path") is not null) == true;
        return new CommandStage(entry.Key, isElsewhere ? [.. CommandDirectory.Unknown(commands)] : commands, entry.KeySpan)
        {
            Image = entry.Value["docker"]?.Items is [var first, ..] ? first["image"]?.Fact : null,
            Uses = uses,
        };
    }
}
