using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>Follows a command of a RUN instruction through the scripts of packages, of one package or of several of a workspace, to the programs that it starts.</summary>
/// <remarks>Sources: npm, "npm run"; pnpm, "pnpm run" and "Filtering"; Yarn, "yarn workspace"; Turborepo, "run".</remarks>
internal sealed class BuildTrace
{
    private const int DepthLimit = 6;

    // Scripts that call others twice each make more of them at every depth.
    private const int MostCommands = 1_000;

    private readonly Deployment deployment;
    private readonly StageCommand at;
    private readonly ScriptTargets targets;
    private int followed;

    /// <param name="variable">What an ARG or ENV sets for the instruction.</param>
    public BuildTrace(Deployment deployment, WorkspacePackages workspaces, StageCommand at, Func<string, string?> variable)
    {
        this.deployment = deployment;
        this.at = at;
        targets = new ScriptTargets(deployment, workspaces, at.Before, variable);
    }

    /// <summary>In the order in which they run.</summary>
    public IEnumerable<BuildCall> Calls() =>
        at.Directory is { } directory ? Of(at.Command with { Directory = "" }, directory, new Way([], null, 0, at.IsDemanded)) : [];

    private IEnumerable<BuildCall> Follow(IReadOnlyList<ShellCommand> commands, string directory, Way way)
    {
        var end = commands.Count - 1;
        while (end > 0 && commands[end].Joint == "&&")
        {
            end--;
        }

        for (var index = 0; index < commands.Count && way.Depth <= DepthLimit && followed++ < MostCommands; index++)
        {
            var command = commands[index];
            var isDemanded =
                way.IsDemanded
                && !command.MayFailUnnoticed
                && command is { Function: null, IsBackground: false, IsInSubstitution: false }
                && (command.StopsOnError || index >= end);
            var here = command.Directory is { } inside ? ImagePath.Join(directory, inside) : null;
            var next = way with { IsDemanded = isDemanded && here is not null };
            foreach (var call in Of(command, here ?? directory, next))
            {
                yield return call;
            }
        }
    }

    private IEnumerable<BuildCall> Of(ShellCommand command, string here, Way way)
    {
        var known = KnownCommand.Of(command).OfType<PackageScriptCommand>().FirstOrDefault();
        if (known is not { Verb: "run", Script: { } word } || way.Depth > DepthLimit)
        {
            return [Call(CommandLine.Of(command), here, way)];
        }

        if (targets.Of(known, here, way.Package) is not { Count: > 0 } packages)
        {
            return AsProgram(known, word) is { } program
                ? Of(program, here, way with { Depth = way.Depth + 1 })
                : [Call(CommandLine.Of(command), here, way)];
        }

        return packages.SelectMany(target => OfScript(known, target, way));
    }

    /// <summary>yarn, pnpm and bun take for a program what is no script.</summary>
    private static ShellCommand? AsProgram(PackageScriptCommand known, ShellWord word) =>
        known is { Manager: "yarn" or "pnpm" or "bun", Workspaces.Count: 0, IsInAllWorkspaces: false, Directory: null }
            ? CommandLine.Of(known.Command).Inner(known.Arguments.Prepend(word))
            : null;

    private IEnumerable<BuildCall> OfScript(PackageScriptCommand known, ScriptTarget target, Way way) =>
        new[] { "pre" + target.Script, target.Script, "post" + target.Script }
            .Select(target.Package.FindScript)
            .OfType<PackageScript>()
            .SelectMany(script =>
                Follow(
                    script.Commands,
                    target.Directory,
                    new Way(
                        [.. way.Through, script.Span],
                        target.Package,
                        way.Depth + 1,
                        way.IsDemanded && (script.Name == target.Script || RunsAround(known))
                    )
                )
            );

    /// <summary>What begins with "pre" and "post" is run along; by Yarn in its first release alone.</summary>
    private static bool RunsAround(PackageScriptCommand known) => known.Manager is "npm" or "bun" or "pnpm";

    private BuildCall Call(CommandLine line, string here, Way way) =>
        new(line, here, way.Through)
        {
            Package = deployment.At<PackageJson>(at.Before, here, "package.json") ?? way.Package,
            IsDemanded = way.IsDemanded,
        };

    /// <summary>The scripts of packages that led here, and how many scripts there were in all.</summary>
    private sealed record Way(IReadOnlyList<SourceSpan> Through, PackageJson? Package, int Depth, bool IsDemanded);
}
