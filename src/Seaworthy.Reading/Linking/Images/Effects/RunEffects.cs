using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>
/// What a RUN instruction may add to the image. Commands known to leave nothing leave nothing; builds and package managers open the directories they fill;
/// any other command may have made anything, so it opens the whole image.
/// </summary>
internal sealed class RunEffects(RepositoryBuilds built)
{
    public IEnumerable<ImageLayer> Of(DockerInstruction.Run run, string? directory, ImageFiles before, Func<string, string?> variable)
    {
        IReadOnlyList<string> lent =
        [
            .. run
                .Mounts.Where(mount => mount.Target is not null)
                .Select(mount => mount.Target?.Literal is { } path ? ImagePath.Join(directory, path) : null)
                .OfType<string>(),
        ];
        return Layers(run, directory, before, variable)
            .Select(layer => lent.Count == 0 ? layer : new ImageLayer.Lent(layer, lent, run.Span));
    }

    private IEnumerable<ImageLayer> Layers(DockerInstruction.Run run, string? directory, ImageFiles before, Func<string, string?> variable)
    {
        if (run.Command.Commands.Count == 0)
        {
            return [Site(new ShellCommand([], run.Span)).Everything];
        }

        return run.Command.Commands.SelectMany(command => Of(Site(command)));

        RunSite Site(ShellCommand command) =>
            new(
                Model.Declared.Scripts.Commands.CommandLine.Of(command),
                directory,
                command.Directory is { } inside && directory is not null ? ImagePath.Join(directory, inside) : null,
                before,
                run.Span
            )
            {
                Built = built,
                Variable = variable,
            };
    }

    private static IEnumerable<ImageLayer> Of(RunSite site)
    {
        foreach (var redirect in site.Command.Redirects.Where(redirect => redirect.Operator is ">" or ">>" or ">|" or "&>" or "1>"))
        {
            yield return site.Make(redirect.Target);
        }

        if (site.Line.Program.Length == 0 && site.Line.ProgramWord is null)
        {
            yield break;
        }

        foreach (var layer in OfProgram(site))
        {
            yield return layer;
        }
    }

    private static IEnumerable<ImageLayer> OfProgram(RunSite site) =>
        AsksOnly(site) || HarmlessPrograms.Contains(site.Line.Program)
            ? []
            : FileEffects.Of(site)
                ?? NodeEffects.Of(site)
                ?? PythonEffects.Of(site)
                ?? CompiledEffects.Of(site)
                ?? Piped(site)
                ?? [site.Everything];

    /// <summary><c>node --version</c> and the like.</summary>
    private static bool AsksOnly(RunSite site) =>
        site.Line.Arguments.Count == 1 && site.Verb is "--version" or "-v" or "-V" or "version" or "--help" or "-h";

    /// <summary><c>curl … | sh</c>: installers of other people's programs.</summary>
    private static IEnumerable<ImageLayer>? Piped(RunSite site) =>
        site.Command.Joint == "|"
        && site.Line.Program is "sh" or "bash" or "python" or "python3" or "perl"
        && site.Words.All(word => word is ['-', ..])
            ? [site.Elsewhere]
            : null;
}
