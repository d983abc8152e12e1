using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>
/// What a RUN instruction may add to the image. Commands known to leave nothing leave nothing; builds and package managers open the directories they fill;
/// any other command may have made anything, so it opens the whole image.
/// </summary>
internal sealed class RunEffects(RepositoryBuilds built)
{
    /// <summary>Each command of the instruction, its directory, and its effects. A later command sees the earlier effects, so they are computed in order.</summary>
    public IEnumerable<RunEffect> Of(DockerInstruction.Run run, string? directory, Func<ImageFiles> before, Func<string, string?> variable)
    {
        var lent = Lent(run, directory);
        IReadOnlyList<ShellCommand> commands =
            run.Command.Commands.Count > 0 ? run.Command.Commands : [new ShellCommand([], run.Span) { Directory = null }];
        foreach (var command in commands)
        {
            var here = command.Directory is { } inside && directory is not null ? ImagePath.Join(directory, inside) : null;
            RunSite site = new(Model.Declared.Scripts.Commands.CommandLine.Of(command), directory, here, before(), run.Span)
            {
                Built = built,
                Variable = variable,
            };
            var made = run.Command.Commands.Count > 0 ? Of(site) : [site.Everything];
            yield return new RunEffect(
                command,
                here,
                [.. made.Select(layer => lent.Count == 0 ? layer : new ImageLayer.Lent(layer, lent, run.Span))]
            );
        }
    }

    /// <summary>The directories that mounts lend to the instruction.</summary>
    public static IReadOnlyList<string> Lent(DockerInstruction.Run run, string? directory) =>
        [
            .. run
                .Mounts.Where(mount => mount.Target is not null)
                .Select(mount => mount.Target?.Literal is { } path ? ImagePath.Join(directory, path) : null)
                .OfType<string>(),
        ];

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
        Executed(site) is { } inner ? Of(inner)
        : AsksOnly(site) || HarmlessPrograms.Contains(site.Line.Program) ? []
        : FileEffects.Of(site)
            ?? NodeEffects.Of(site)
            ?? PythonEffects.Of(site)
            ?? CompiledEffects.Of(site)
            ?? Piped(site)
            ?? [site.Everything];

    /// <summary>What <c>find</c> starts for each file that it finds.</summary>
    private static RunSite? Executed(RunSite site)
    {
        if (site.Line.Program != "find")
        {
            return null;
        }

        var words = site
            .Line.Arguments.SkipWhile(word => word.Literal is not ("-exec" or "-execdir" or "-ok"))
            .Skip(1)
            .TakeWhile(word => word.Raw is not (";" or "\\;" or "';'" or "\";\"" or "+"))
            .ToList();
        return words.Count == 0
            ? null
            : site with
            {
                Line = Model.Declared.Scripts.Commands.CommandLine.Of(site.Command with { Words = words, Redirects = [] }),
            };
    }

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
