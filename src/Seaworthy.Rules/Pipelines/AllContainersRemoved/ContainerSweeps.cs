using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands like <c>docker rm -f $(docker ps -aq)</c> and <c>docker ps -q | xargs docker stop</c> on machines that stay.</summary>
/// <remarks>Source: Docker documentation, "docker container ls" and "docker image ls": without a filter they list those of every project on the host.</remarks>
internal static class ContainerSweeps
{
    private static readonly string[] Everything = ["-a", "-q", "-aq", "-qa", "--all", "--quiet", "--no-trunc"];

    public static IReadOnlyList<ContainerSweep> Link(Deployment deployment) =>
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            let sites = text.ToList()
            from site in sites
            where IsOnServer(site)
            from docker in site.Known.OfType<DockerCommand>()
            where docker.Verb is "stop" or "kill" or "rmi" || (docker.Verb is "rm" && docker.Arguments.Any(IsForce))
            let lists = Lists(site, sites)
            where lists.Count > 0
            select new ContainerSweep(site, docker.Verb) { IsOfAll = lists is [var only] && IsOfAll(only) },
        ];

    // Without it, only containers that run no more are removed.
    private static bool IsForce(ShellWord word) => word.Literal == "--force" || word.HasFlag('f');

    private static bool IsOnServer(CommandSite site) => DeployWords.IsOnServer(site) && !DeployWords.SaysTrial(site.Subject);

    /// <summary>The commands whose output it takes as names: in its substitutions, or before its <c>xargs</c>.</summary>
    private static List<ShellCommand> Lists(CommandSite site, List<CommandSite> sites)
    {
        var command = site.Command;
        var words = command.Words.Where(word => word.Parts.Any(part => part.Kind == ShellPartKind.Substitution)).ToList();
        var within = sites
            .Select(other => other.Command)
            .Where(other =>
                other.IsInSubstitution && words.Exists(word => other.Span.Start >= word.Span.Start && other.Span.End <= word.Span.End)
            )
            .ToList();
        if (within.Count > 0 || command is not { Joint: "|", Program: "xargs" })
        {
            return within;
        }

        var at = sites.IndexOf(site);
        var first = at;
        while (first > 0 && sites[first].Command.Joint == "|")
        {
            first--;
        }

        return [.. sites.Skip(first).Take(at - first).Select(other => other.Command)];
    }

    private static bool IsOfAll(ShellCommand list) =>
        KnownCommand.Of(list).OfType<DockerCommand>().FirstOrDefault() is { Verb: "ps" or "ls" or "images" } docker
        && docker.Arguments.All(word => Everything.Contains(word.Literal));
}
