using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline pushes an image under the tag that it had before, and starts it on a server that has this tag, without a pull.</summary>
/// <remarks>Source: Docker documentation, "docker compose up", <c>--pull</c> (default <c>policy</c>); Compose specification, <c>pull_policy</c> (default <c>missing</c>); "docker container run", <c>--pull</c>.</remarks>
internal sealed class ImageNotPulled : Rule<ImageNotPulled.StartedImage>
{
    // What may pull the image in its own way.
    private static readonly string[] Others = ["make", "just", "task", "ansible-playbook", "nomad", "docker-rollout", "watchtower"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "image-not-pulled",
            "Image not pulled before start",
            Severity.High,
            "Docker starts the image that the server has under this tag. The old version keeps running, although the pipeline pushed a new one.",
            "The server pulls the image before it starts it.",
            Certainty.Likely
        );

    public override IEnumerable<StartedImage> Subjects(Deployment deployment)
    {
        var pushes = PushedImages.All(deployment).Where(push => ImageReference.Parse(push.Value) is { Digest: null }).ToList();
        return pushes.Count == 0
            ? []
            : deployment
                .Commands.Where(site => site.IsRemote)
                .GroupBy(site => site.Span.File)
                .SelectMany(ofFile => ofFile.SelectMany(site => Started(site, [.. ofFile], pushes, deployment)))
                .DistinctBy(started => new { started.Start.File, started.Image.Value });
    }

    protected override Subject Identify(StartedImage subject) => new($"{subject.Subject}: {subject.Image.Value}", subject.Start);

    protected override IEnumerable<Verdict> Check(StartedImage subject, Deployment deployment)
    {
        if (subject.IsPulled)
        {
            yield break;
        }

        yield return Fail(
                subject.Start,
                $"{subject.Subject} starts `{subject.Image.Value}` without a pull: the server keeps the old image of this tag."
            )
            .Related(subject.Push, "pushed here under the same tag")
            .Related(subject.Image.Span)
            .Remedy(
                subject.IsCompose
                    ? $"Run `docker compose pull` before the command in {subject.Start}, or add `--pull always` to it."
                    : $"Run `docker pull {subject.Image.Value}` before the command in {subject.Start}, or add `--pull always` to it."
            )
            .Verify($"git grep -nE {"(docker|compose).* pull|--pull"} -- {subject.Start.File.Path}   # must find it before the start");
    }

    private static IEnumerable<StartedImage> Started(
        CommandSite site,
        List<CommandSite> ofFile,
        List<Fact<string>> pushes,
        Deployment deployment
    )
    {
        var isPulled = ofFile.Exists(Pulls);
        foreach (var known in site.Known)
        {
            if (known is ComposeCommand { Verb: "up" } up && !up.HasFlag("--build"))
            {
                foreach (var workload in ComposedOf(site, up, deployment))
                {
                    if (workload.Reference is { Value.Text: { } image } reference && PushOf(image, pushes) is { } push)
                    {
                        yield return new StartedImage(
                            site.Subject,
                            site.Span,
                            new Fact<string>(image, reference.Span),
                            push.Span,
                            true,
                            isPulled
                        );
                    }
                }
            }
            else if (
                known is DockerRunCommand { Image: { } word }
                && (site.Variables.Value(word) ?? word.Literal) is { } image
                && PushOf(image, pushes) is { } push
            )
            {
                yield return new StartedImage(site.Subject, site.Span, new Fact<string>(image, word.Span), push.Span, false, isPulled);
            }
        }
    }

    /// <summary>The services of the call; of every project where the server's files are not known to be one of them.</summary>
    private static IEnumerable<Workload> ComposedOf(CommandSite site, ComposeCommand up, Deployment deployment)
    {
        var files = deployment
            .All<ComposeCall>()
            .FirstOrDefault(call => call.Site.Span == site.Span)
            ?.Files.Select(file => file.Path)
            .ToHashSet();
        var named = up.Services.Select(word => word.Literal).ToHashSet();
        var always = deployment
            .ComposeStacks.SelectMany(stack => stack.Project.Services)
            .Where(service => service.PullPolicy is not null)
            .Select(service => service.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        return deployment.Workloads.Where(workload =>
            workload is { Kind: TargetKind.Compose, Public: null }
            && (files is not { Count: > 0 } || files.Contains(workload.Span.File.Path))
            && (named.Count == 0 || named.Contains(workload.Name))
            && !always.Contains(workload.Name)
        );
    }

    /// <summary>The push of the same name and tag; both are literal, so the tag is the same for each build.</summary>
    private static Fact<string>? PushOf(string image, List<Fact<string>> pushes) =>
        ImageReference.Parse(image) is not { Digest: null } started
            ? null
            : pushes.Find(push =>
                ImageReference.Parse(push.Value) is { } pushed
                && pushed.Registry == started.Registry
                && pushed.Repository == started.Repository
                && pushed.EffectiveTag == started.EffectiveTag
            );

    /// <summary>It pulls, removes the old image, or hands over to something that may.</summary>
    private static bool Pulls(CommandSite site) =>
        site.Known.Any(known =>
            known is ImageCommand { Verb: "pull" } or ComposeCommand { Verb: "pull" or "build" }
            || (known is DockerBuildCommand && site.IsRemote)
            || known
                is DockerCommand
                {
                    Verb: "rmi" or "image rm" or "image prune" or "system prune" or "load" or "image load" or "stack deploy"
                }
        )
        || Array.Exists(Others, program => site.Command.Program == program)
        || site.Command.Program.EndsWith(".sh", StringComparison.Ordinal)
        || (site.Command.Program is "sh" or "bash" or "source" or "." && site.Command.Words.Count > 1)
        || site.Command.Text.Contains("--pull", StringComparison.Ordinal);

    /// <summary>A server starts an image whose tag a pipeline pushes again and again.</summary>
    internal sealed record StartedImage(
        string Subject,
        SourceSpan Start,
        Fact<string> Image,
        SourceSpan Push,
        bool IsCompose,
        bool IsPulled
    );
}
