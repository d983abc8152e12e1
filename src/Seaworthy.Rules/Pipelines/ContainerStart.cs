using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A container that a job or script leaves running on a server, and what the same file runs there before.</summary>
/// <param name="Before">In the order of the file: the stages of a pipeline share their agent, and the jobs of a workflow their server.</param>
internal sealed record ContainerStart(Workload Workload, CommandSite Site, IReadOnlyList<CommandSite> Before)
{
    private static readonly PerDeployment<IReadOnlyList<ContainerStart>> All = new(Find);

    public static IReadOnlyList<ContainerStart> Of(Deployment deployment) => All.Of(deployment);

    /// <summary>The commands of its own job.</summary>
    public IEnumerable<CommandSite> BeforeInJob => Before.Where(other => other.Subject == Site.Subject);

    /// <summary>The first command that removes the container, by name or with all others.</summary>
    public CommandSite? Removal => BeforeInJob.Concat(Before).FirstOrDefault(Removes);

    /// <summary>A script is called whose commands belong to another file: it may remove the container.</summary>
    public bool MayBeRemovedElsewhere =>
        Before.Any(site =>
            site.Command.Words.Any(word =>
                word.Literal is { } text
                && (text.EndsWith(".sh", StringComparison.Ordinal) || text.EndsWith(".py", StringComparison.Ordinal) || text is "make")
            )
        );

    private static IReadOnlyList<ContainerStart> Find(Deployment deployment)
    {
        var started = deployment.Workloads.Where(workload => workload.Kind == TargetKind.Docker).ToList();
        return
        [
            .. from workload in started
            let ofFile = deployment.CommandsIn(workload.Span.File).ToList()
            let site = ofFile.Find(site => site.Span == workload.Span)
            where site is not null
            select new ContainerStart(
                workload,
                site,
                [
                    .. ofFile
                        .Where(other => other.IsRemote == site.IsRemote && other.Span.Start < site.Span.Start)
                        .OrderBy(other => other.Span.Start),
                ]
            ),
        ];
    }

    // docker rm -f api, docker ps -aq | xargs docker rm, docker container prune, docker compose down
    private bool Removes(CommandSite site) =>
        site.Known.OfType<ComposeCommand>().Any(compose => compose.Verb is "down" or "rm")
        || (
            site.Command.Words.Any(word =>
                word.Literal is "docker" or "podman" || word.Raw.Contains("docker", StringComparison.OrdinalIgnoreCase)
            )
            && site.Command.Words.Any(word => word.Literal is "rm" or "prune" or "rename" or "down")
            && IsMeant(site)
        );

    /// <summary>No other container alone is named.</summary>
    private bool IsMeant(CommandSite site)
    {
        var named = site
            .Command.Words.SkipWhile(word => word.Literal is not "rm")
            .Skip(1)
            .Where(word => word.Prefix is not ['-', ..])
            .ToList();
        return Workload.ContainerName is not { } name
            || named.Count == 0
            || named.Exists(word => word.Literal is null || word.Literal == name.Value);
    }
}
