using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A line of the <c>tags</c> of docker/metadata-action: <c>type=sha,prefix=,format=long</c>.</summary>
internal sealed class TagRule
{
    private static readonly string[] Known = ["ref", "semver", "pep440", "schedule", "edge", "match", "sha", "raw"];

    private readonly string line;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public TagRule(string line)
    {
        this.line = line.Replace("${{ ", "${{", StringComparison.Ordinal).Replace(" }}", "}}", StringComparison.Ordinal);
        foreach (var part in this.line.Split(','))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                values.TryAdd(part[..at].Trim(), part[(at + 1)..].Trim());
            }
        }
    }

    public bool IsCommit => Type == "sha";

    public bool IsShortCommit => IsCommit && values.GetValueOrDefault("format", "short") == "short";

    /// <summary>Makes a tag of something that only the run knows, which may be the id of the commit.</summary>
    public bool IsUnknown =>
        !Known.Contains(Type)
        || (
            Type is "raw" or "sha"
            && Shown.Replace(ImageText.Commit, "", StringComparison.Ordinal).Contains("${{", StringComparison.Ordinal)
        );

    /// <summary>Gives a tag whatever branch is pushed to.</summary>
    public bool IsOnEveryPush =>
        !values.ContainsKey("enable")
        && Type switch
        {
            "sha" => true,
            "ref" => values.GetValueOrDefault("event") == "branch",
            "raw" => !line.StartsWith('#'),
            _ => false,
        };

    public string Prefix => values.GetValueOrDefault("prefix", "sha-");

    private string Type =>
        values.TryGetValue("type", out var type) ? type
        : line.Contains('=', StringComparison.Ordinal) ? ""
        : "raw";

    // Whether the line holds is no part of the tag.
    private string Shown => line.IndexOf(",enable=", StringComparison.Ordinal) is var at and > 0 ? line[..at] : line;

    /// <summary>Makes the tag of this prefix with the whole id of the commit.</summary>
    public bool GivesCommit(string prefix) =>
        Type switch
        {
            "sha" => !IsShortCommit && Like(Prefix, prefix),
            "raw" => Shown.EndsWith(prefix + ImageText.Commit, StringComparison.Ordinal),
            _ => false,
        };

    // Prefixes may name the branch: {{branch}}-.
    private static bool Like(string pattern, string prefix)
    {
        var open = pattern.IndexOf("{{", StringComparison.Ordinal);
        var close = pattern.LastIndexOf("}}", StringComparison.Ordinal);
        return open >= 0 && close > open
            ? new StarPattern(pattern[..open] + "*" + pattern[(close + 2)..]).Matches(prefix)
            : pattern == prefix;
    }
}
