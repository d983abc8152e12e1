using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>What a workload really runs: entry scripts, package scripts and supervisors followed to the programs they end in.</summary>
internal sealed class ProcessTrace
{
    private const int DepthLimit = 6;

    // Scripts that call others twice each make more of them at every depth.
    private const int MostCommands = 10_000;

    private static readonly FrozenSet<string> Waits =
    [
        "wait-for-it",
        "wait-for-it.sh",
        "wait-for",
        "wait-for.sh",
        "wait4x",
        "doppler",
        "infisical",
        "dotenvx",
        "op",
        "chamber",
    ];

    private readonly Deployment deployment;
    private readonly Workload workload;
    private readonly List<ShellCommand> programs = [];
    private IReadOnlyList<ShellWord> handed = [];

    // The command that an arm of the entry script stands for: it is no program.
    private ShellCommand? takenBy;
    private string? unknown;
    private int followed;

    private ProcessTrace(Deployment deployment, Workload workload)
    {
        this.deployment = deployment;
        this.workload = workload;
    }

    /// <summary>The programs, in order, and why there may be others (a computed command, a script that is not in the tree).</summary>
    public static (IReadOnlyList<ShellCommand> Programs, string? UnknownBecause) Of(Deployment deployment, Workload workload)
    {
        if (workload.Start is not { } start)
        {
            return ([], "its program is not in the repository");
        }

        ProcessTrace trace = new(deployment, workload);
        // An entry script and the command of the image, which it is given.
        trace.handed = start.Commands is [_, var command] ? command.Words : [];
        foreach (var started in start.Commands.Where(started => trace.takenBy != started))
        {
            trace.Follow(started, start.WorkingDirectory, 0, []);
        }

        return (trace.programs, trace.unknown);
    }

    /// <param name="command">What is started.</param>
    /// <param name="directory">Where.</param>
    /// <param name="depth">How many scripts lead to it.</param>
    /// <param name="arguments">What the script that starts it was given.</param>
    private void Follow(ShellCommand command, string? directory, int depth, IReadOnlyList<ShellWord> arguments)
    {
        if (followed++ >= MostCommands)
        {
            unknown ??= "it starts more programs than were followed";
            return;
        }

        var words = WithoutShell(WithoutWait(Unwrapped(command)));
        if (words.Count == 0 || depth > DepthLimit)
        {
            return;
        }

        if (words[0].Literal is not { } program)
        {
            HandOver(command, words[0], directory, depth, arguments);
            return;
        }

        if (Script(program, directory) is { } script)
        {
            // One that drops some of them hands on the others.
            IReadOnlyList<ShellWord> given = script.Commands.Any(inner => inner.Program == "shift") ? [] : [.. words.Skip(1)];
            var arms = ScriptArms.Of(script, depth == 0 && words.Count == 1 ? [.. words, .. handed] : words);
            takenBy = depth == 0 && arms.IsNamed && handed.Count > 0 ? workload.Start?.Commands[^1] : takenBy;
            foreach (var inner in script.Commands.Where(inner => inner.Function is null && arms.MayRun(inner)))
            {
                Follow(inner, directory, depth + 1, given);
            }

            return;
        }

        if (PackageScript(program, words, directory) is { } called)
        {
            foreach (var inner in called.Commands)
            {
                Follow(Handed(inner, called, words, program), directory, depth + 1, []);
            }

            return;
        }

        if (SupervisedPrograms.IsSupervisor(program) && SupervisedPrograms.Of(deployment, Container, words, directory) is { } supervised)
        {
            foreach (var started in supervised)
            {
                foreach (var inner in started.Commands)
                {
                    Follow(inner, started.Directory ?? directory, depth + 1, []);
                }
            }

            return;
        }

        // A copy for each image that starts the script would be read again as well.
        programs.Add(words.Count == command.Words.Count ? command : command with { Words = words });
        if (IsForeignScript(program))
        {
            unknown ??= $"the script {program} was not read";
        }
    }

    /// <summary><c>exec "$@"</c> starts what the script was given.</summary>
    private void HandOver(ShellCommand command, ShellWord program, string? directory, int depth, IReadOnlyList<ShellWord> arguments)
    {
        if (!program.Raw.Contains("$@", StringComparison.Ordinal))
        {
            unknown ??= $"{program.Raw} is computed";
        }
        // Without arguments of its own, the script hands over to the command of the image, which is followed by itself.
        else if (arguments.Count > 0)
        {
            Follow(command with { Words = arguments }, directory, depth + 1, []);
        }
    }

    /// <summary>Package managers hand on what stands behind <c>--</c> to the last command of the script; others than npm do without.</summary>
    /// <remarks>Source: npm documentation, "npm run-script".</remarks>
    private static ShellCommand Handed(ShellCommand inner, PackageScript script, IReadOnlyList<ShellWord> words, string manager)
    {
        var mark = words.ToList().FindIndex(word => word.Literal == "--");
        var name = words.ToList().FindIndex(word => word.Literal == script.Name);
        var from =
            mark >= 0 ? mark + 1
            : manager == "npm" ? words.Count
            : name + 1;
        return from < words.Count && ReferenceEquals(inner, script.Commands[^1])
            ? inner with
            {
                Words = [.. inner.Words, .. words.Skip(from)],
            }
            : inner;
    }

    /// <summary>Programs that only start another: <c>exec</c>, <c>dumb-init --</c>, <c>env A=b</c>…</summary>
    private static IReadOnlyList<ShellWord> Unwrapped(ShellCommand command)
    {
        var words = command.Words.ToList();
        while (
            words
                is [
                    {
                        Literal: "exec"
                            or "tini"
                            or "dumb-init"
                            or "/sbin/tini"
                            or "/usr/bin/tini"
                            or "/usr/bin/dumb-init"
                            or "gosu"
                            or "su-exec"
                            or "env"
                            or "nohup"
                            or "time"
                            or "npx"
                            or "bunx"
                            or "poetry"
                            or "pipenv"
                            or "uv"
                            or "cross-env"
                            or "dotenv"
                            or "opentelemetry-instrument"
                            or "ddtrace-run"
                            or "newrelic-admin"
                    },
                    ..,
                ]
        )
        {
            var wrapper = ImagePath.NameOf(words[0].Literal ?? "");
            words.RemoveAt(0);
            if (wrapper is "gosu" or "su-exec" && words.Count > 0)
            {
                words.RemoveAt(0);
            }

            while (
                words is [{ Literal: ['-', ..] or "run" or "run-program" or "--" } or { Literal: null, Raw: ['-', ..] }, ..]
                || (words.Count > 0 && words[0].Raw.Contains('=', StringComparison.Ordinal))
            )
            {
                words.RemoveAt(0);
            }
        }

        return words;
    }

    /// <summary>What waits for others, or fetches secrets, and then starts what stands behind <c>--</c>: <c>wait-for-it.sh db:5432 -- node server.js</c>, <c>doppler run -- node server.js</c>.</summary>
    private static IReadOnlyList<ShellWord> WithoutWait(IReadOnlyList<ShellWord> words)
    {
        if (words.Count == 0 || !Waits.Contains(ImagePath.NameOf(words[0].Literal ?? "")))
        {
            return words;
        }

        var mark = words.ToList().FindIndex(word => word.Literal == "--");
        return mark >= 0 && mark + 1 < words.Count ? [.. words.Skip(mark + 1)] : words;
    }

    /// <summary>A shell that is given a script starts what the script starts: <c>sh start.sh</c>, <c>bash -e ./start.sh</c>.</summary>
    private static IReadOnlyList<ShellWord> WithoutShell(IReadOnlyList<ShellWord> words)
    {
        if (words.Count == 0 || !ShellPrograms.IsShell(words[0].Literal ?? ""))
        {
            return words;
        }

        var at = 1;
        while (at < words.Count && words[at].Literal is ['-' or '+', _, ..] option)
        {
            if (option is not ['-', '-', ..] && option.Contains('c', StringComparison.Ordinal))
            {
                return words;
            }

            // The name of the option follows.
            at += option is ['-' or '+', .., 'o'] ? 2 : 1;
        }

        return at < words.Count && words[at].Literal is not null ? [.. words.Skip(at)] : words;
    }

    private Container Container => new(workload.Name, workload.Image, workload, workload.Start);

    private ShellScript? Script(string program, string? directory) =>
        workload.Image is { } image ? deployment.At<ShellScript>(image.Final.Files, directory, program) : null;

    private PackageScript? PackageScript(string program, IReadOnlyList<ShellWord> words, string? directory)
    {
        if (program is not ("npm" or "yarn" or "pnpm" or "bun"))
        {
            return null;
        }

        var arguments = words.Skip(1).Select(word => word.Literal).Where(word => word is not null and not ['-', ..]).ToList();
        var name = arguments is ["run" or "run-script", { } script, ..] ? script : arguments.FirstOrDefault();
        return name is null ? null : Manifest(directory)?.FindScript(name);
    }

    /// <summary>The package.json in the image's working directory, else the only one of the workload's components.</summary>
    private PackageJson? Manifest(string? directory)
    {
        if (workload.Image?.Final.Files.SourceOf(directory, "package.json") is { } source)
        {
            return deployment.At<PackageJson>(source);
        }

        var packages = workload.Components.SelectMany(component => component.Manifests).OfType<PackageJson>().ToList();
        return packages.Count == 1 ? packages[0] : null;
    }

    private static bool IsForeignScript(string program) =>
        program.EndsWith(".sh", StringComparison.Ordinal) || program.EndsWith("entrypoint", StringComparison.Ordinal);
}
