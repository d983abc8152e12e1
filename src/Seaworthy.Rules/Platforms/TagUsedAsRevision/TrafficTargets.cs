using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>Commands that send traffic of Cloud Run to revisions, and the tags that other commands give to revisions.</summary>
/// <remarks>Source: Google Cloud CLI, "gcloud run services update-traffic": <c>--to-revisions</c> takes names of revisions, <c>--to-tags</c> takes tags; "gcloud run deploy", <c>--tag</c>.</remarks>
internal static class TrafficTargets
{
    public static IReadOnlyList<TrafficTarget> Link(Deployment deployment)
    {
        var tags = deployment
            .Commands.Where(site => IsGcloud(site, "run", "deploy"))
            .Select(site =>
                Value(site.Command, "--tag") is { Length: > 0 } tag ? new Fact<string>($"{Service(site, 3)} {tag}", site.Span) : null
            )
            .OfType<Fact<string>>()
            .ToLookup(tag => tag.Value, StringComparer.Ordinal);
        return
        [
            .. from site in deployment.Commands
            where IsGcloud(site, "run", "services", "update-traffic")
            let revisions = Value(site.Command, "--to-revisions")
            where revisions is not null
            let service = Service(site, 4)
            select new TrafficTarget(service, site.Span)
            {
                Tag = revisions
                    .Split(',')
                    .Select(part => part.LastIndexOf('=') is var sign and > 0 ? part[..sign] : part)
                    // A revision has the name of its service in front.
                    .Where(name => !name.StartsWith(service, StringComparison.Ordinal))
                    .Select(name => tags[$"{service} {name}"].Select(tag => new Fact<string>(name, tag.Span)).FirstOrDefault())
                    .FirstOrDefault(tag => tag is not null),
            },
        ];
    }

    private static bool IsGcloud(CommandSite site, params ReadOnlySpan<string> verb)
    {
        if (site.Command.Program != "gcloud" || site.Command.Words.Count <= verb.Length + 1)
        {
            return false;
        }

        for (var at = 0; at < verb.Length; at++)
        {
            if (site.Command.Words[at + 1].Literal != verb[at])
            {
                return false;
            }
        }

        return true;
    }

    private static string Service(CommandSite site, int at) => at < site.Command.Words.Count ? site.Command.Words[at].Raw : "";

    /// <summary><c>--tag x</c> and <c>--tag=x</c>, with variables and expressions as written.</summary>
    private static string? Value(ShellCommand command, string option)
    {
        for (var at = 0; at < command.Words.Count; at++)
        {
            var word = command.Words[at].Raw;
            if (word == option && at + 1 < command.Words.Count)
            {
                return command.Words[at + 1].Raw.Trim('"', '\'');
            }

            if (word.StartsWith(option + "=", StringComparison.Ordinal))
            {
                return word[(option.Length + 1)..].Trim('"', '\'');
            }
        }

        return null;
    }
}
