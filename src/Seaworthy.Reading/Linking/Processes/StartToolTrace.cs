using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Follows the start of a container through scripts of the image and of its packages to the programs of npm packages that it calls.</summary>
internal sealed class StartToolTrace(Deployment deployment, ImageFiles files)
{
    private const int DepthLimit = 5;

    // Scripts that call others twice each make more of them at every depth.
    private const int MostCommands = 10_000;

    private int followed;

    public IEnumerable<StartToolCall> Of(ProcessStart start) =>
        start.WorkingDirectory is { } directory
            ? new StartToolTrace(deployment, files).Follow(start.Whole, directory, new Way([], 0), true)
            : [];

    private IEnumerable<StartToolCall> Follow(IReadOnlyList<ShellCommand> commands, string directory, Way way, bool endsStart)
    {
        if (way.Depth > DepthLimit)
        {
            yield break;
        }

        var end = commands.Count - 1;
        while (end > 0 && commands[end].Joint == "&&")
        {
            end--;
        }

        for (var index = 0; index < commands.Count && followed++ < MostCommands; index++)
        {
            var command = commands[index];
            if (
                command
                    is not {
                        IsConditional: false,
                        IsCondition: false,
                        FailureIsMasked: false,
                        IsBackground: false,
                        IsInSubstitution: false,
                        Function: null
                    }
                || command.Directory is not { } inside
                || ImagePath.Join(directory, inside) is not { } here
            )
            {
                continue;
            }

            // "a; b" goes on with b.
            var ends = endsStart && (command.StopsOnError || index >= end);
            foreach (var call in Of(command, here, way, ends))
            {
                yield return call;
            }
        }
    }

    private IEnumerable<StartToolCall> Of(ShellCommand command, string here, Way way, bool ends)
    {
        var line = CommandLine.Of(command);
        var isFetched = line.Wrappers.Contains("npx") || line.Wrappers.Contains("bunx") || line.Wrappers.Contains("npm");
        foreach (var (program, package) in Tools(line))
        {
            yield return new StartToolCall(program, package, here, [.. way.Through, command.Span])
            {
                IsFetched = isFetched,
                EndsStart = ends,
                IsModule = line.Program == "node" && StartTools.PackageOf(program) != package,
            };
        }

        if (KnownCommand.Of(command).OfType<PackageScriptCommand>().FirstOrDefault() is { Verb: "run" } known)
        {
            foreach (var call in OfScript(known, here, way, ends))
            {
                yield return call;
            }
        }
        else if (line.ProgramWord?.Literal is { } word && ShellScript(line, word, here) is { } script)
        {
            foreach (var call in Follow(script.Commands, here, way with { Depth = way.Depth + 1 }, ends))
            {
                yield return call;
            }
        }
    }

    private ShellScript? ShellScript(CommandLine line, string word, string here) =>
        ShellPrograms.IsShell(line.Program)
            ? line.Arguments is [{ Literal: { } file and not ['-', ..] }, ..]
                ? StartScripts.Find(deployment, files.Find, file, here)
                : null
            : StartScripts.Find(deployment, files.Find, word, here);

    private IEnumerable<StartToolCall> OfScript(PackageScriptCommand known, string here, Way way, bool ends)
    {
        var place =
            known.Directory is null ? here
            : known.Directory.Literal is { } inside ? ImagePath.Join(here, inside)
            : null;
        if (
            place is null
            || known is not { Workspaces.Count: 0, IsInAllWorkspaces: false, Script.Literal: { } name }
            || deployment.At<PackageJson>(files, place, "package.json") is not { } package
        )
        {
            return [];
        }

        if (package.FindScript(name) is not { } script)
        {
            // yarn and pnpm take what is no script for a program.
            return known.Manager is "yarn" or "pnpm" && StartTools.PackageOf(name) is { } brought
                ? [new StartToolCall(name, brought, place, way.Through) { EndsStart = ends }]
                : [];
        }

        var before = known.Manager is "npm" && package.FindScript("pre" + name) is { } first ? Inner(first) : [];
        return before.Concat(Inner(script));

        IEnumerable<StartToolCall> Inner(PackageScript called) =>
            Follow(called.Commands, place, new Way([.. way.Through, called.Span], way.Depth + 1), ends);
    }

    private static IEnumerable<Tool> Tools(CommandLine line)
    {
        foreach (var wrapper in line.Wrappers.Where(wrapper => wrapper is "cross-env" or "cross-env-shell" or "dotenv"))
        {
            if (StartTools.PackageOf(wrapper) is { } package)
            {
                yield return new Tool(wrapper, package);
            }
        }

        if (StartTools.PackageOf(line.Program) is { } own && line.ProgramWord?.Literal is { } word && IsOfPackage(word))
        {
            yield return new Tool(line.Program, own);
        }

        if (line.Program == "node")
        {
            foreach (var name in Loaded(line).Select(PackageOf).OfType<string>())
            {
                yield return new Tool(name, name);
            }
        }
    }

    // By name, or node_modules/.bin/name: not a program of the system.
    private static bool IsOfPackage(string word) =>
        !word.Contains('/', StringComparison.Ordinal) || word.Contains("node_modules/.bin/", StringComparison.Ordinal);

    /// <summary><c>node -r ts-node/register</c>, <c>--import tsx</c>, <c>--loader=ts-node/esm</c>.</summary>
    private static IEnumerable<string> Loaded(CommandLine line)
    {
        for (var index = 0; index < line.Arguments.Count && line.Arguments[index].Literal is ['-', ..] option; index++)
        {
            var name = option.Split('=')[0];
            if (name is not ("-r" or "--require" or "--import" or "--loader" or "--experimental-loader"))
            {
                continue;
            }

            var value =
                option.Contains('=', StringComparison.Ordinal) ? option[(name.Length + 1)..]
                : index + 1 < line.Arguments.Count ? line.Arguments[++index].Literal
                : null;
            if (value is not null)
            {
                yield return value;
            }
        }
    }

    private static string? PackageOf(string module) =>
        module is ['.', ..] or ['/', ..] || module.Contains(':', StringComparison.Ordinal) ? null
        : module.Split('/') is [['@', ..] scope, var name, ..] ? $"{scope}/{name}"
        : module.Split('/')[0];

    /// <summary>The scripts of packages that led here, and how many scripts there were in all.</summary>
    private sealed record Way(IReadOnlyList<SourceSpan> Through, int Depth);

    private sealed record Tool(string Program, string Package);
}
