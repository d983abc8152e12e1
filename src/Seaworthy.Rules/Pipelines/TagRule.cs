using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A line of the <c>tags</c> of docker/metadata-action: <c>type=sha,prefix=,format=long</c>.</summary>
internal sealed class TagRule
{
    private static readonly string[] Known = ["ref", "semver", "pep440", "schedule", "edge", "match", "sha", "raw"];

    private const string Enable = "enable=";

    private readonly string line;
    private readonly bool isAlways = true;
    private readonly string literal = "";
    private readonly Expression? enabled;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <param name="line">As it is written.</param>
    /// <param name="template">The value that it stands in, for its expressions.</param>
    public TagRule(string line, ExpressionTemplate template)
        : this(line)
    {
        var at = line.IndexOf(Enable, StringComparison.Ordinal);
        isAlways = at < 0;
        if (at >= 0)
        {
            var given = line[(at + Enable.Length)..];
            literal = given.Split(',')[0].Trim();
            enabled = template
                .Parts.FirstOrDefault(part => part.Expression is not null && given.StartsWith(part.Text, StringComparison.Ordinal))
                ?.Expression;
        }
    }

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

    /// <summary>Whether it gives a tag at such a start; null where more decides.</summary>
    /// <remarks>Source: docker/metadata-action, README, "tags input", and <c>src/meta.ts</c>, by type.</remarks>
    public bool? Gives(TagStart start)
    {
        var own = OfType(start);
        var isOn =
            isAlways ? true
            : enabled is not null ? start.Truth(enabled)
            : literal is "true" or "false" ? literal == "true"
            : literal.StartsWith("{{is_default_branch}}", StringComparison.Ordinal)
                ? start.IsTag ? null
                    : start.IsDefaultBranch
            : literal.StartsWith("{{is_not_default_branch}}", StringComparison.Ordinal)
                ? start.IsTag ? null
                    : !start.IsDefaultBranch
            : null;
        return own == false || isOn == false ? false
            : own == true && isOn == true ? true
            : null;
    }

    /// <summary>Only the default branch has the tag; of a tag of git the action knows its branch at times.</summary>
    public bool IsForDefaultBranch => literal.StartsWith("{{is_default_branch}}", StringComparison.Ordinal);

    /// <summary>Gives the name <c>latest</c> itself.</summary>
    public bool IsLatest => Type == "raw" && (values.GetValueOrDefault("value") == "latest" || line.Trim() == "latest");

    /// <summary>By its nature newest: it takes <c>latest</c> along unless the flavor forbids it.</summary>
    public bool TakesLatest => Type is "semver" or "pep440" or "match" || (Type == "ref" && values.GetValueOrDefault("event") == "tag");

    /// <summary>It has a prefix or suffix of its own.</summary>
    public bool HasAffix => values.GetValueOrDefault("prefix", "").Length > 0 || values.GetValueOrDefault("suffix", "").Length > 0;

    /// <summary>Only a part of a version without major, or a form for which the action adds no <c>latest</c>.</summary>
    public bool HasOwnLatest => Type == "match" && values.ContainsKey("value");

    private bool? OfType(TagStart start) =>
        line.StartsWith('#')
            ? false
            : Type switch
            {
                "sha" or "raw" => true,
                "schedule" => start.Event == "schedule",
                "edge" => values.ContainsKey("branch") ? null
                : start.IsBranch ? start.IsDefaultBranch
                : false,
                "semver" or "pep440" or "match" => values.ContainsKey("value") ? null
                : start.IsTag ? null
                : false,
                "ref" => values.GetValueOrDefault("event") switch
                {
                    "branch" => start.IsBranch,
                    "tag" => start.IsTag,
                    "pr" => start.IsPullRequest,
                    _ => null,
                },
                _ => null,
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
