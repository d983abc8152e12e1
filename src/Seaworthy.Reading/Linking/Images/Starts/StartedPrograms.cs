using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Images.Effects;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The programs that a command starts, scripts of package.json followed, as long as nothing before them can have made files.</summary>
internal sealed class StartedPrograms(ContainerFiles files, RepositoryBuilds builds)
{
    private const int DepthLimit = 4;

    // Scripts may call each other without end.
    private const int MostScripts = 200;

    // What a script calls that is named for making something makes it, whatever runs it.
    private static readonly string[] Makers = ["build", "bundle", "compile", "generate", "prepare", "setup", "copy"];

    private int scripts;

    public IEnumerable<StartedProgram> Find(IReadOnlyList<ShellCommand> commands, string directory) => Find(commands, directory, null, 0);

    private IEnumerable<StartedProgram> Find(IReadOnlyList<ShellCommand> commands, string directory, SourceSpan? through, int depth)
    {
        foreach (var command in commands)
        {
            var here = command.Directory is { } inside ? ImagePath.Join(directory, inside) : null;
            if (here is not null && command is { IsConditional: false, FailureIsMasked: false })
            {
                foreach (var started in Of(command, here, through, depth))
                {
                    yield return started;
                }
            }

            if (Makes(command, here, depth))
            {
                yield break;
            }
        }
    }

    private IEnumerable<StartedProgram> Of(ShellCommand command, string here, SourceSpan? through, int depth)
    {
        var known = KnownCommand.Of(command);
        if (known.OfType<ProgramCommand>().FirstOrDefault() is { } program)
        {
            return [new StartedProgram(program, here, through)];
        }

        return
            known.OfType<PackageScriptCommand>().FirstOrDefault() is { } called
            && Script(called, here, depth) is var (script, before, inside)
            && before?.Commands.Any(command => Makes(command, inside, depth + 1)) != true
            ? Find(script.Commands, inside, through ?? command.Span, depth + 1)
            : [];
    }

    /// <summary>The script of the package.json that the image holds there, what npm runs before it, and where both run.</summary>
    private (PackageScript Script, PackageScript? Before, string Directory)? Script(PackageScriptCommand called, string here, int depth)
    {
        if (
            depth >= DepthLimit
            || ++scripts > MostScripts
            || called
                is not { Script.Literal: { } name, Workspaces.Count: 0, IsInAllWorkspaces: false, IsInRoot: false, Manager: not "turbo" }
        )
        {
            return null;
        }

        var directory =
            called.Directory is not { } prefix ? here
            : prefix.Literal is { } path ? ImagePath.Join(here, path)
            : null;
        return
            directory is not null
            && builds.FindPackage(files.Find(ImagePath.Under(directory, "package.json")).Actual) is { } package
            && package.FindScript(name) is { } script
            ? (script, package.FindScript("pre" + name), directory)
            : null;
    }

    /// <summary>Whether a command may make what a later one starts.</summary>
    private bool Makes(ShellCommand command, string? here, int depth)
    {
        var known = KnownCommand.Of(command);
        if (known.OfType<PackageScriptCommand>().FirstOrDefault() is { } called)
        {
            return here is null
                || Script(called, here, depth) is not var (script, before, inside)
                || (before?.Commands ?? []).Concat(script.Commands).Any(inner => !IsQuiet(inner, inside, depth + 1));
        }

        return known.Any(one => one is BuildCommand or FileCommand { Writes.Count: > 0 } or DockerCommand)
            || Builds(CommandLine.Of(command).Program);
    }

    private static bool Builds(string program) =>
        NodeEffects.Builds(program) && program is not ("prisma" or "artisan" or "rails" or "bundle");

    /// <summary>Of a script, only what is known to make nothing that a program is started from: migrations, and programs of the repository that are not named for making.</summary>
    private bool IsQuiet(ShellCommand command, string here, int depth) =>
        command.Redirects.Count == 0
        && !Makes(command, here, depth)
        && !Makers.Any(word => command.Span.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        && (
            KnownCommand.Of(command).Any(one => one is MigrationCommand or ProgramCommand)
            || HarmlessPrograms.Contains(CommandLine.Of(command).Program)
        );
}
