using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Scripts and steps of deployments that run <c>docker compose down</c> or <c>stop</c>, and <c>up</c> afterwards; or <c>docker rm</c>, and <c>docker run</c>.</summary>
/// <remarks>Source: Docker documentation, "docker compose up": with <c>--build</c> it builds first, then stops and replaces the containers whose image changed.</remarks>
internal static class StoppedReleases
{
    public static IReadOnlyList<StoppedRelease> Link(Deployment deployment)
    {
        var projects = deployment.ComposeCalls.ToLookup(call => call.Site.Command);
        return
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            let sites = text.Where(site => !site.Command.IsConditional).ToList()
            from stop in sites
            where IsOfDeployment(stop) && Compose(stop) is { } ending && Ends(ending)
            let release = Of(stop, sites, call => projects[call].FirstOrDefault())
            where release is not null
            select release,
            .. ContainerStart.Of(deployment).Select(OfContainer).OfType<StoppedRelease>(),
        ];
    }

    private static StoppedRelease? OfContainer(ContainerStart start) =>
        start.Removal is { } removal
        && removal.Subject == start.Site.Subject
        && start.BeforeInJob.FirstOrDefault(site => Brings(site, _ => null)) is { } bringing
            ? new StoppedRelease(removal) { Build = bringing.Span.Start > removal.Span.Start ? bringing.Command : null, Run = start.Site }
            : null;

    private static bool IsOfDeployment(CommandSite site) =>
        DeployWords.IsOnServer(site) && !DeployWords.SaysTrial(site.Subject, "reset", "clean");

    private static StoppedRelease? Of(CommandSite stop, List<CommandSite> sites, Func<ShellCommand, ComposeCall?> called)
    {
        var at = sites.IndexOf(stop);
        var start = sites.FindIndex(
            at + 1,
            site => Compose(site) is { Verb: "up" } up && IsSame(up, Compose(stop)) && IsBeside(site, stop)
        );
        if (start < 0)
        {
            return null;
        }

        var isPrepared = sites.Take(at).Any(site => IsBeside(site, stop) && Brings(site, called));
        return new StoppedRelease(stop)
        {
            Build = isPrepared
                ? null
                : sites.Skip(at + 1).Take(start - at).FirstOrDefault(site => IsBeside(site, stop) && Brings(site, called))?.Command,
        };
    }

    private static ComposeCommand? Compose(CommandSite site) => site.Known.OfType<ComposeCommand>().FirstOrDefault();

    private static bool Ends(ComposeCommand compose) =>
        compose.Verb is "down" or "stop" or "kill" || (compose.Verb == "rm" && compose.HasFlag("-s", "--stop"));

    /// <summary>The functions of a script are called in an order of their own.</summary>
    private static bool IsBeside(CommandSite site, CommandSite other) => site.Command.Function == other.Command.Function;

    private static bool IsSame(ComposeCommand one, ComposeCommand? other) =>
        other is not null
        && one.Files.Select(word => word.Raw).SequenceEqual(other.Files.Select(word => word.Raw))
        && one.Project?.Raw == other.Project?.Raw
        && (
            one.Services.Count == 0
            || other.Services.Count == 0
            || one.Services.Any(service => other.Services.Any(stopped => stopped.Raw == service.Raw))
        );

    /// <summary>It takes as long as a build or a download does.</summary>
    private static bool Brings(CommandSite site, Func<ShellCommand, ComposeCall?> called) =>
        site.Known.Any(known =>
            known switch
            {
                ComposeCommand { Verb: "pull" } => true,
                ComposeCommand { Verb: "build" } => true,
                ComposeCommand { Verb: "up" } up => (up.HasFlag("--build") && HasBuilds(called(site.Command))) || Pulls(up),
                DockerBuildCommand => true,
                ImageCommand { Verb: "pull" } => true,
                _ => false,
            }
        );

    private static bool Pulls(ComposeCommand up) => up.VerbFlags.Any(flag => flag is { Name: "--pull", Value.Literal: "always" });

    /// <summary>Without a service to build, <c>--build</c> does nothing.</summary>
    private static bool HasBuilds(ComposeCall? call) =>
        call?.Project is not { } project || project.Services.Any(service => service.Build is not null);
}
