using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline or script removes volumes with data.</summary>
internal sealed class PruneOfVolumes : Rule<CommandSite>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/prune-of-volumes",
            Title = "Volume removal during deployment",
            Area = Area.Backup,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Volumes hold databases and uploads: data without a backup is lost.",
            Holds = "The clean-up keeps volumes.",
        };

    public override IEnumerable<CommandSite> Subjects(Deployment deployment) =>
        deployment
            .Commands.Where(site =>
                site is { IsOnHostedRunner: false, Command.Program: "docker" } && site.Command.Words.Any(word => word.Literal == "prune")
            )
            .Concat(
                deployment.ComposeCalls.Where(call => call is { Verb: "down", Site.IsOnHostedRunner: false }).Select(call => call.Site)
            );

    protected override Subject Identify(CommandSite subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(CommandSite subject, Deployment deployment)
    {
        var words = subject.Command.Words.Select(word => word.Literal ?? "").ToList();
        if (!words.Contains("prune"))
        {
            if (words.Exists(word => word is "-v" or "--volumes") && Restarted(subject, deployment) is { } stores)
            {
                var message =
                    $"{subject.Subject} runs `{subject.Span.Quote}` before it restarts the project, so {stores} loses its data at every deployment.";
                // It runs even where its failure is ignored.
                yield return (
                    subject.Command is { IsConditional: false, IsCondition: false }
                        ? Fail(subject.Span, message)
                        : Warn(subject.Span, message)
                )
                    .Remedy($"Remove `{words.Find(word => word is "-v" or "--volumes")}` in {subject.Span}.")
                    .VerifyGone();
            }

            yield break;
        }

        var isVolumes =
            words.Contains("--volumes") || (words.Contains("volume") && words.Exists(word => word is "-a" or "--all" or "-af" or "-fa"));
        if (isVolumes && DeployWords.Says(subject.Subject))
        {
            yield return Warn(
                    subject.Span,
                    $"{subject.Subject} runs `{subject.Span.Quote}`, which removes the volumes of stopped services."
                )
                .Remedy($"Write `docker image prune -f` in {subject.Span}, which keeps volumes.")
                .VerifyGone();
        }
    }

    /// <summary>The data stores, with volumes of the project, that the same script of a deployment starts afterwards; null when there is none.</summary>
    private static string? Restarted(CommandSite site, Deployment deployment)
    {
        var starts = deployment
            .ComposeCalls.Where(call => call.Verb == "up" && call.Site.Subject == site.Subject && call.Site.Span.Start > site.Span.Start)
            .SelectMany(call => call.Files)
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        var stores = deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose && target.Files.Any(file => starts.Contains(file.Path)))
            .SelectMany(target => target.Workloads)
            .Where(workload => workload.Public?.Role == ImageRole.DataStore && workload.Mounts.Any(mount => mount.Kind == MountKind.Volume))
            .Select(workload => workload.Name)
            .Distinct()
            .ToList();
        return stores.Count > 0 && DeployWords.Says(site.Subject) ? string.Join(" and ", stores) : null;
    }
}
