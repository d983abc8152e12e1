using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads one job of a GitLab pipeline.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", Job keywords.</remarks>
internal static class GitLabJobReader
{
    public static GitLabJob Read(NodeEntry entry)
    {
        var node = entry.Value;
        var (before, script) = Scripts(node["before_script"], node["script"]);
        var environment = node["environment"];
        return new GitLabJob(entry.Key, entry.KeySpan)
        {
            Stage = node["stage"]?.Fact,
            Extends = node["extends"].Texts() ?? [],
            Image = node["image"]?.Fact ?? node.At("image", "name")?.Fact,
            ReplacesEntrypoint = node.At("image", "entrypoint") is not null,
            Services = [.. (node["services"]?.Items ?? []).Select(item => item.Fact ?? item["name"]?.Fact).OfType<Fact<string>>()],
            Variables = Variables(node["variables"]),
            BeforeScript = before,
            Script = script,
            AfterScript = node["after_script"] is { } after ? ScriptLines.Commands(after) : null,
            Needs = Needs(node["needs"]),
            Dependencies = node["dependencies"].Texts(),
            Rules = GitLabRules.Read(node["rules"]),
            Only = Refs(node["only"]),
            Except = Refs(node["except"]),
            When = node["when"]?.Fact,
            EnvironmentName = environment?.Fact ?? environment?["name"]?.Fact,
            Trigger = Trigger(node["trigger"]),
        };
    }

    public static IReadOnlyList<GitLabVariable> Variables(Node? node) =>
        [
            .. (node?.Entries ?? []).Select(entry => new GitLabVariable(
                entry.Key,
                entry.Value.Fact ?? entry.Value["value"]?.Fact,
                entry.KeySpan
            )),
        ];

    // One shell runs both: what before_script does to the directory holds for the script.
    private static (IReadOnlyList<ShellCommand>? Before, IReadOnlyList<ShellCommand>? Script) Scripts(Node? before, Node? script)
    {
        if (before is null)
        {
            return (null, script is null ? null : ScriptLines.Commands(script));
        }

        var all = ScriptLines.Commands(before, script);
        bool StandsBefore(ShellCommand command) => command.Span.Start >= before.Span.Start && command.Span.Start < before.Span.End;
        return ([.. all.Where(StandsBefore)], script is null ? null : [.. all.Where(command => !StandsBefore(command))]);
    }

    private static IReadOnlyList<GitLabNeed>? Needs(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        List<GitLabNeed> needs = [];
        foreach (var item in node.Items)
        {
            if ((item.Fact ?? item["job"]?.Fact) is { } job)
            {
                var isForeign = item["project"] is not null || item["pipeline"] is not null;
                needs.Add(new GitLabNeed(job.Value, item["optional"]?.Text == "true", isForeign, job.Span));
            }
        }

        return needs;
    }

    private static IReadOnlyList<Fact<string>>? Refs(Node? node) => node is MappingNode ? node["refs"].Texts() : node.Texts();

    private static Fact<string>? Trigger(Node? node) =>
        node?.Fact ?? node?["project"]?.Fact ?? node?["include"]?.Fact ?? (node is null ? null : new Fact<string>("", node.Span));
}
