using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Commands of Poetry where the newest Poetry is installed just before them: in images, and in the jobs of workflows.</summary>
/// <remarks>Source: Python Package Index, "poetry": release 2 asks for Python 3.9, so that pip takes an older one for an older Python.</remarks>
internal static class RefusedCommands
{
    private const string Tool = "poetry";

    private static readonly string[] OldPythons = ["3.6", "3.7", "3.8", "py38", "py37"];

    public static IReadOnlyList<RefusedCommand> Link(Deployment deployment)
    {
        // What the project asks for is installed by Poetry itself.
        var asked = deployment
            .Of<PyProject>()
            .Select(project => project.File.Text)
            .Where(text => text.Contains("requires-plugins", StringComparison.Ordinal))
            .ToList();
        var groups = PoetryGroups.Of(deployment);
        return
        [
            .. OfImages(deployment)
                .Concat(OfJobs(deployment))
                .DistinctBy(command => command.Span)
                .Select(command => command with { Groups = groups?.Named(command.Words) ?? [] })
                .Where(command =>
                    command.Removed?.Plugin is not { } plugin || !asked.Exists(text => text.Contains(plugin, StringComparison.Ordinal))
                ),
        ];
    }

    private static IEnumerable<RefusedCommand> OfImages(Deployment deployment) =>
        from image in deployment.Images
        where !image.Dockerfile.File.Text.Contains("POETRY_VERSION", StringComparison.Ordinal)
        from stage in image.Stages
        where IsOfNewPython(image, stage)
        let commands = image.Down(stage).Reverse().SelectMany(each => each.Commands).ToList()
        from found in Of(
            image.Dockerfile.File.Path,
            [.. commands.Select(command => command.Command)],
            command => commands.Exists(at => ReferenceEquals(at.Command, command) && at.IsDemanded)
        )
        select found;

    private static IEnumerable<RefusedCommand> OfJobs(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        let text = workflow.File.Text
        where
            text.Contains(Tool, StringComparison.Ordinal)
            && !text.Contains("POETRY_VERSION", StringComparison.Ordinal)
            && !Array.Exists(OldPythons, version => text.Contains(version, StringComparison.Ordinal))
        from job in workflow.Jobs
        where job.RunsOn?.IsHosted == true && job.Container is null
        from found in Of(
            $"{workflow.File.Name}: {job.Id}",
            [.. job.Steps.SelectMany(step => step.Run?.Commands ?? [])],
            command => command is { IsConditional: false, IsCondition: false, FailureIsMasked: false }
        )
        select found;

    private static IEnumerable<RefusedCommand> Of(string subject, IReadOnlyList<ShellCommand> commands, Predicate<ShellCommand> isDemanded)
    {
        SourceSpan? installed = null;
        HashSet<string> plugins = new(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            var line = CommandLine.Of(command);
            plugins.UnionWith(command.Words.Select(word => word.Literal?.Split('=', '<', '>', '~')[0]).OfType<string>());
            if (InstallsNewest(command, line) is { } isNewest)
            {
                installed = isNewest ? command.Span : null;
            }
            else if (line.Program == Tool && installed is { } place && isDemanded(command))
            {
                yield return new RefusedCommand(subject, Tool, command.Span, place)
                {
                    Words = line.Arguments,
                    Removed = RemovedCommands.OfPoetry.FirstOrDefault(removed =>
                        line.Verb == removed.Verb
                        && (removed.Option is null || line.Arguments.Any(word => word.Literal == removed.Option))
                        && (removed.Plugin is null || !plugins.Contains(removed.Plugin))
                    ),
                };
            }
        }
    }

    /// <summary>Null for a command that installs no Poetry; whether it takes the newest release otherwise.</summary>
    private static bool? InstallsNewest(ShellCommand command, CommandLine line)
    {
        var packages = KnownCommand.Of(command).OfType<PackageInstallCommand>().Where(install => install.Manager is "pip").ToList();
        var words =
            packages.Count > 0 ? packages.SelectMany(install => install.Packages)
            : line is { Program: "pipx", Verb: "install" } ? line.Arguments
            : [];
        var named = words.Where(word => Name(word) == Tool).ToList();
        return named.Count == 0 ? null : named.TrueForAll(IsNewest) && packages.TrueForAll(install => install.ConstraintFiles.Count == 0);
    }

    private static string Name(ShellWord word) => word.Prefix.Split('=', '<', '>', '~', '!', '[', ' ', '@')[0];

    private static bool IsNewest(ShellWord word) =>
        word.Literal is { } text
        && (
            text == Tool
            || text.StartsWith(Tool + ">=2", StringComparison.Ordinal)
            || text.StartsWith(Tool + "==2.", StringComparison.Ordinal)
        );

    private static bool IsOfNewPython(Image image, ImageStage stage) =>
        stage.PublicBase?.Name == "python"
        && image.Down(stage).Last().Base.Text is { } text
        && ImageReference.Parse(text)?.EffectiveTag.Split('-')[0].Split('.') is ["3" or "latest" or "slim" or "alpine", .. var minor]
        && (minor is not [var release, ..] || (int.TryParse(release, out var number) && number > 8));
}
