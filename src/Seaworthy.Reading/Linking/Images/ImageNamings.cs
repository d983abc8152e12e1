using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Every name that is given to an image, or by which one is fetched, followed as far as the repository tells it.</summary>
internal static class ImageNamings
{
    public static IReadOnlyList<ImageNaming> Link(Deployment deployment) =>
        [
            .. Bases(deployment)
                .Concat(Compose(deployment))
                .Concat(Kubernetes(deployment))
                .Concat(deployment.Of<EcsTaskDefinition>().SelectMany(Tasks))
                .Concat(deployment.Of<Workflow>().SelectMany(workflow => Actions(workflow, OwnRepository.Of(deployment))))
                .Concat(deployment.Of<Workflow>().SelectMany(workflow => Steps(workflow, OwnRepository.Of(deployment))))
                .Concat(Commands(deployment))
                .DistinctBy(naming => naming.Span),
        ];

    /// <summary>Names of stages do not depend on letter case, those of further contexts are no references.</summary>
    private static IEnumerable<ImageNaming> Bases(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        where stage.Declared.BaseStage is null
        let name = stage.Base.Text ?? ""
        where
            name.Length > 0
            && !image.Dockerfile.Stages.Any(other => string.Equals(other.Name?.Value, name, StringComparison.OrdinalIgnoreCase))
            && !image.Build.ContextNames.Contains(name)
        select new ImageNaming(name, stage.Declared.Base.Span, image.Name) { Chain = stage.Base.Chain, IsRemote = true };

    private static IEnumerable<ImageNaming> Compose(Deployment deployment) =>
        from stack in deployment.ComposeStacks
        from service in stack.Project.Services
        let image = service.Image
        where image is not null
        let name = stack.Resolve(image)
        select new ImageNaming(name.Outline ?? "", image.Span, $"{service.Name.Value} in {stack.Name}")
        {
            Chain = name.Chain,
            IsRemote = service.Build is null,
        };

    /// <summary>A name for which some kustomization puts another one is there to be replaced.</summary>
    private static IEnumerable<ImageNaming> Kubernetes(Deployment deployment)
    {
        var replaced = deployment
            .Of<Kustomization>()
            .SelectMany(kustomization => kustomization.Images)
            .Where(image => image.NewName is not null)
            .Select(image => image.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        return KubernetesContainers(deployment).Where(naming => !replaced.Contains(ImageNames.WithoutTag(naming.Text)));
    }

    private static IEnumerable<ImageNaming> KubernetesContainers(Deployment deployment) =>
        from stack in deployment.KubernetesStacks
        from workload in stack.Of<KubernetesWorkload>()
        let pod = workload.Pod
        where pod is not null
        from container in pod.Containers.Concat(pod.InitContainers)
        let image = container.Image
        where image is not null
        select new ImageNaming(image.Value, image.Span, $"{container.Name.Value} in {stack.Name}") { IsRemote = true };

    private static IEnumerable<ImageNaming> Tasks(EcsTaskDefinition task) =>
        from container in CloudTargets.ContainersOf(task)
        let image = container.Image?.Fact
        where image is not null
        select new ImageNaming(image.Value, image.Span, $"{container.Name} in {task.File.Path}") { IsRemote = true };

    private static IEnumerable<ImageNaming> Actions(Workflow workflow, OwnRepository own) =>
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name is "docker/build-push-action"
        let tags = step.Input("tags")
        where tags is not null
        let outline = JobValues.Outline(tags, workflow, job, step)
        let filled = Lines(JobValues.Outline(tags, workflow, job, step, own.Value).Text)
        from line in Lines(outline.Text).Select((text, index) => new { Text = text, Index = index })
        select new ImageNaming(line.Text, Place(tags.Span, line.Text, outline.Text), $"{workflow.File.Name}: {job.Id}")
        {
            Filled = Filled(line.Text, line.Index < filled.Length ? filled[line.Index] : null, own),
            Chain = [.. outline.Through.Select(variable => variable.Span)],
            IsRemote = step.Input("push") is { Literal: not "false" },
        };

    private static string[] Lines(string text) =>
        text.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Fact<string>? Filled(string text, string? filled, OwnRepository own) =>
        filled is not null && filled != text && own.Name is { } name ? new Fact<string>(filled, name.Span) : null;

    // The line of the input, by its number: a value may have other lengths than what is written.
    private static SourceSpan Place(SourceSpan tags, string line, string all)
    {
        var number = all[..all.IndexOf(line, StringComparison.Ordinal)].Count(letter => letter == '\n');
        var written = tags.Text.Split('\n');
        var first = Array.FindIndex(
            written,
            text => !text.TrimStart().StartsWith('|') && !text.TrimStart().StartsWith('>') && text.Trim().Length > 0
        );
        if (first < 0 || first + number >= written.Length)
        {
            return tags;
        }

        var start = tags.Start + written.Take(first + number).Sum(text => text.Length + 1);
        var own = written[first + number];
        var indent = own.Length - own.TrimStart().Length;
        return new SourceSpan(tags.File, start + indent, own.Trim().Length);
    }

    private static IEnumerable<ImageNaming> Steps(Workflow workflow, OwnRepository own) =>
        from job in workflow.Jobs
        from step in job.Steps
        let commands = step.Run?.Commands ?? []
        let variables = new Lazy<ShellVariables>(() => ShellVariables.Of(commands))
        from command in commands
        from given in Given(KnownCommand.Of(command))
        select Named(given, command, variables.Value, workflow, job, step, own);

    private static ImageNaming Named(
        GivenName given,
        ShellCommand command,
        ShellVariables variables,
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep step,
        OwnRepository own
    )
    {
        List<SourceSpan> chain = [];
        var text = WordOutline.Of(given.Word, variables, WordOutline.Environment(workflow, job, step, chain));
        var filled = WordOutline.Of(given.Word, variables, WordOutline.Environment(workflow, job, step, outside: own.Value));
        return new ImageNaming(text, given.Word.Span, $"{workflow.File.Name}: {job.Id}")
        {
            Filled = Filled(text, filled, own),
            Chain = chain,
            IsRemote = given.IsRemote,
            IsMasked = command.FailureIsMasked,
        };
    }

    private static IEnumerable<ImageNaming> Commands(Deployment deployment) =>
        from site in deployment.Commands
        from given in Given(site.Known)
        let text = WordOutline.Of(given.Word, site.Variables, _ => null)
        select new ImageNaming(text, given.Word.Span, site.Subject) { IsRemote = given.IsRemote, IsMasked = site.Command.FailureIsMasked };

    private static IEnumerable<GivenName> Given(IReadOnlyList<KnownCommand> known) =>
        known.SelectMany(one =>
            one switch
            {
                DockerBuildCommand build => build.Tags.Select(tag => new GivenName(tag, build.Pushes)),
                DockerRunCommand { Image: { } image } => [new GivenName(image, true)],
                ImageCommand { Verb: "push" or "pull", Image: { } image } => [new GivenName(image, true)],
                ImageCommand { Verb: "tag", NewName: { } name } => [new GivenName(name, false)],
                _ => Enumerable.Empty<GivenName>(),
            }
        );

    private sealed record GivenName(ShellWord Word, bool IsRemote);
}
