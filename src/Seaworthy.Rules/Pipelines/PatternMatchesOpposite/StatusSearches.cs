using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Pipes like <c>ufw status | grep -q active</c> that decide something.</summary>
/// <remarks>
/// Sources: ufw(8), status; systemctl(1), is-active; Docker documentation, "docker container ls", "docker compose ps", and Dockerfile reference, HEALTHCHECK; Kubernetes documentation, "Nodes", status.
/// </remarks>
internal static class StatusSearches
{
    private static readonly string[] Greps = ["grep", "egrep", "fgrep"];

    public static IReadOnlyList<StatusSearch> Link(Deployment deployment) =>
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            let sites = text.Where(site => !site.Command.IsInSubstitution).ToList()
            from at in Enumerable.Range(0, sites.Count)
            where sites[at] is { Command.Joint: "|" } && Greps.Contains(sites[at].Command.Program)
            let search = Of(sites, at)
            where search is not null
            select search,
        ];

    private static StatusSearch? Of(List<CommandSite> sites, int at)
    {
        var (site, first) = (sites[at], at);
        while (first > 0 && sites[first].Command.Joint == "|")
        {
            first--;
        }

        var grep = Grep.Of(site.Command);
        var between = sites.Skip(first + 1).Take(at - first - 1).Select(other => other.Command).ToList();
        return
            !(site.Command.IsTested || site.Command.IsCondition)
            || grep is null
            || grep.IsInverted
            || Pair(sites[first]) is not { } pair
            || !grep.Names(pair.Word, pair.Opposite)
            // What drops the opposite in front of it, or changes the text, leaves nothing to find.
            || between.Exists(other => !Greps.Contains(other.Program) || Grep.Of(other) is not { IsInverted: false })
            || (at + 1 < sites.Count && sites[at + 1].Command.Joint == "|")
            ? null
            : new StatusSearch(site, sites[first].Span, pair.Word, pair.Opposite)
            {
                FindsOpposite = grep.FindsBoth(pair.Word, pair.Opposite),
                Pattern = grep.Pattern,
            };
    }

    /// <summary>The words of a printed status of which one is the end of the other.</summary>
    private static Opposites? Pair(CommandSite site)
    {
        var line = CommandLine.Of(site.Command);
        var words = line.Arguments.Select(word => word.Literal ?? word.Raw).ToList();
        return line switch
        {
            { Program: "ufw", Verb: "status" } or { Program: "systemctl", Verb: "is-active" or "status" } => new("active", "inactive"),
            { Program: "kubectl" } when words is ["get", "node" or "nodes" or "no", ..] && !words.Exists(IsFormat) => new(
                "Ready",
                "NotReady"
            ),
            _ => ShowsHealth(site, line) && !words.Exists(word => word.Contains("health=", StringComparison.Ordinal))
                ? new("healthy", "unhealthy")
                : null,
        };
    }

    private static bool IsFormat(string word) =>
        word.StartsWith("-o", StringComparison.Ordinal) || word.StartsWith("--output", StringComparison.Ordinal);

    // A function of the script is often called as what it stands for.
    private static bool ShowsHealth(CommandSite site, CommandLine line) =>
        line is { Program: "compose", Verb: "ps" }
        || site.Known.Any(known =>
            known is ComposeCommand { Verb: "ps" }
            || (known is DockerCommand { Verb: "ps" or "ls" or "inspect" } docker && ShowsHealth(docker))
        );

    // An inspection shows the health when nothing is chosen, or when it is.
    private static bool ShowsHealth(DockerCommand docker) =>
        docker.Verb is not "inspect"
        || !docker.Command.Words.Any(word => word.Raw.Contains("{{", StringComparison.Ordinal))
        || docker.Command.Words.Any(word => word.Raw.Contains("Health", StringComparison.Ordinal));

    /// <param name="Word">Good news.</param>
    private sealed record Opposites(string Word, string Opposite);

    /// <summary>What a <c>grep</c> looks for.</summary>
    private sealed record Grep(string Pattern, bool IsWhole, bool IgnoresCase, bool IsInverted, bool IsExtended)
    {
        private static readonly OptionGrammar Options = new("-e --regexp -m --max-count -A -B -C");

        public static Grep? Of(ShellCommand command)
        {
            var options = CommandOptions.Read([.. command.Arguments], Options);
            return (options.Value("-e", "--regexp") ?? options[0])?.Literal is { Length: > 0 } pattern
                ? new Grep(
                    pattern,
                    options.Has("-w", "-x", "--word-regexp", "--line-regexp"),
                    options.Has("-i", "--ignore-case"),
                    options.Has("-v", "--invert-match"),
                    options.Has("-E", "--extended-regexp") || command.Program == "egrep"
                )
                : null;
        }

        /// <summary>It looks for the word, and not for its opposite.</summary>
        public bool Names(string word, string opposite) => Pattern.Contains(word, Comparison) && !Pattern.Contains(opposite, Comparison);

        public bool FindsBoth(string word, string opposite) =>
            !IsWhole && Alternatives.Any(found => found.Equals(word, Comparison) && opposite.Contains(found, Comparison));

        private StringComparison Comparison => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

        private IEnumerable<string> Alternatives =>
            (IsExtended ? Pattern.Split('|') : Pattern.Split("\\|"))
                .Select(part => IsExtended ? part.Trim('(', ')') : part)
                .Select(part => part[(part.LastIndexOf(".*", StringComparison.Ordinal) is >= 0 and var any ? any + 2 : 0)..]);
    }
}
