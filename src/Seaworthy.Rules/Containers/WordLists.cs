using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Containers;

/// <summary>Finds every command that is written as a list of words, none of which is a shell with a text.</summary>
internal static class WordLists
{
    public static IEnumerable<WordList> All(Deployment deployment) =>
        deployment
            .Of<Dockerfile>()
            .SelectMany(file => OfDockerfile(deployment, file))
            .Concat(
                deployment.Of<ComposeFile>().SelectMany(file => file.Services.SelectMany(service => OfService(deployment, file, service)))
            )
            .Concat(
                DeployedPod.In(deployment).SelectMany(pod => pod.Template.Containers.SelectMany(container => OfContainer(pod, container)))
            )
            .DistinctBy(list => list.Span);

    private static IEnumerable<WordList> OfDockerfile(Deployment deployment, Dockerfile file) =>
        from stage in file.Stages
        let isRun = IsRun(deployment, file, stage)
        from instruction in stage.Instructions
        let written = instruction switch
        {
            DockerInstruction.Cmd cmd when isRun => cmd.Command,
            DockerInstruction.Entrypoint entrypoint when isRun => entrypoint.Command,
            DockerInstruction.Run run => run.Command,
            DockerInstruction.Healthcheck { Command: { } check } when isRun => check,
            _ => null,
        }
        where written is { IsExec: true, RunsInShell: false }
        from command in written.Commands
        where !CallsShell(command)
        select new WordList(file.File.Path, command, UseOf(instruction), written.Span)
        {
            // An entry point that is written down beside it may read its words as it likes.
            IsDirect =
                instruction is DockerInstruction.Entrypoint || (stage.Entrypoint is null && stage.BaseStage is null && IsPlain(stage)),
        };

    private static WordUse UseOf(DockerInstruction instruction) =>
        instruction switch
        {
            DockerInstruction.Run => WordUse.Build,
            DockerInstruction.Healthcheck => WordUse.Check,
            _ => WordUse.Start,
        };

    /// <summary>The last stage, a build target, or one that such a stage is built on: commands of others never start.</summary>
    private static bool IsRun(Deployment deployment, Dockerfile file, DockerStage stage) =>
        ReferenceEquals(stage, file.Stages[^1])
        || file.Stages[^1].Down.Contains(stage)
        || deployment.Images.Any(image => image.Dockerfile == file && image.Final.Declared.Down.Contains(stage));

    private static bool IsPlain(DockerStage stage) =>
        stage.Base.Literal is { } name && PublicImages.Find(name) is { Role: ImageRole.Runtime or ImageRole.System };

    private static IEnumerable<WordList> OfService(Deployment deployment, ComposeFile file, ComposeService service)
    {
        var subject = $"{service.Name.Value} in {file.File.Path}";
        if (service.Healthcheck is { Kind: HealthTestKind.Exec, Test: { } test })
        {
            foreach (var command in Direct(test))
            {
                yield return new WordList(subject, command, WordUse.Check, test.Span);
            }
        }

        foreach (var written in new[] { service.Entrypoint, service.Command }.OfType<ComposeCommand>())
        {
            foreach (var command in Direct(written))
            {
                yield return new WordList(subject, command, WordUse.Start, written.Span)
                {
                    IsDirect =
                        ReferenceEquals(written, service.Entrypoint) || (service.Entrypoint is null && HasNoEntry(deployment, service)),
                };
            }
        }
    }

    private static IEnumerable<ShellCommand> Direct(ComposeCommand command) =>
        command.Commands is [{ } only] && command.Words.Count > 1 && only.Words.Count == command.Words.Count && !CallsShell(only)
            ? [only]
            : [];

    /// <summary>The image is a plain one of a language, or built here without an entry point.</summary>
    private static bool HasNoEntry(Deployment deployment, ComposeService service) =>
        deployment.Workloads.FirstOrDefault(workload => workload.Span.File == service.Span.File && workload.Name == service.Name.Value)
            is { } workload
        && (
            workload.Image is { Final: { Entrypoint: null, PublicBase.Role: ImageRole.Runtime or ImageRole.System } }
            || (workload.Image is null && workload.Public is { Role: ImageRole.Runtime or ImageRole.System })
        );

    private static IEnumerable<WordList> OfContainer(DeployedPod pod, KubernetesContainer container)
    {
        var subject = $"{container.Name.Value} of {pod.Name}";
        if (container is { Command: { } words, Commands: [var command] } && !CallsShell(command))
        {
            yield return new WordList(subject, command, WordUse.Start, words.Span) { IsDirect = true, IsKubernetes = true };
        }

        foreach (var probe in container.Probes)
        {
            if (probe is { Command: { } check, Commands: [var asked] } && !CallsShell(asked))
            {
                yield return new WordList(subject, asked, WordUse.Check, check.Span) { IsKubernetes = true };
            }
        }
    }

    private static bool CallsShell(ShellCommand command) =>
        command
            .Words.Zip(command.Words.Skip(1), (word, next) => new { word, next })
            .Any(pair =>
                pair.word.Literal is { } program
                && (ShellPrograms.IsShell(program) || program[(program.LastIndexOf('/') + 1)..] is "busybox")
                && pair.next.Literal is ['-', ..] or "sh"
            );
}
