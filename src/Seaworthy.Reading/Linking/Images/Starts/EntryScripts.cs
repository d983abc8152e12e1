using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The scripts with which containers begin, and what happens to them between the repository and the start.</summary>
internal static class EntryScripts
{
    public static IReadOnlyList<ScriptStart> Link(Deployment deployment) =>
        [
            .. deployment
                .Startups.SelectMany(startup => Of(deployment, startup))
                .DistinctBy(start => new
                {
                    start.File.Path,
                    start.Span,
                    start.PutThereBy,
                }),
        ];

    private static IEnumerable<ScriptStart> Of(Deployment deployment, Startup startup)
    {
        if (startup.Start is not { WorkingDirectory: { } directory } start || !IsFirst(startup))
        {
            yield break;
        }

        foreach (var command in start.Whole.TakeWhile((command, index) => index == 0 || command.Joint == "&&"))
        {
            // What the command itself gives permission for, or what need not succeed, is no fault.
            if (command is { IsConditional: true } or { FailureIsMasked: true } or { Program: "chmod" or "sed" or "dos2unix" })
            {
                yield break;
            }

            if (Named(command) is var (word, interpreter) && Inside(command, word, directory) is { } path)
            {
                foreach (var files in Containers(deployment, startup))
                {
                    if (Of(deployment, startup, files, word, interpreter, path) is { } found)
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    /// <summary>Whether the words are what the system starts, rather than arguments for an entry point that nobody here knows.</summary>
    private static bool IsFirst(Startup startup) =>
        startup.Image?.Final.Entrypoint is { IsEmpty: false }
        || (startup.Image?.Final.PublicBase ?? startup.Workload?.Public)?.Role
            is ImageRole.Runtime
                or ImageRole.System
                or ImageRole.WebServer;

    private static string? Runner(ContainerFiles files) =>
        files.Image?.Final is { Entrypoint: { IsEmpty: false } } or { Command.RunsInShell: true }
            ? null
            : (files.Image?.Final.PublicBase ?? files.Workload?.Public)?.CommandRunner;

    private static (ShellWord Word, string? Interpreter)? Named(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return line switch
        {
            { Arguments: [{ Literal: not (null or ['-', ..]) } file, ..] } when ShellPrograms.IsShell(line.Program) => (file, line.Program),
            // "uv run scripts/serve.py" gives the file to Python.
            { Wrappers.Count: > 0, ProgramWord.Literal: [.., '.', 'p', 'y'] } => null,
            { ProgramWord: { Literal: { } literal } word } when literal.Contains('/', StringComparison.Ordinal) => (word, null),
            _ => null,
        };
    }

    private static string? Inside(ShellCommand command, ShellWord word, string directory) =>
        command.Directory is { } below && ImagePath.Join(directory, below) is { } here ? ImagePath.Join(here, word.Literal ?? "") : null;

    /// <summary>The image by itself, or as the workloads see it that lay something over it.</summary>
    private static IEnumerable<ContainerFiles> Containers(Deployment deployment, Startup startup)
    {
        if (startup.Workload is { } own)
        {
            return [new ContainerFiles(deployment.Tree, startup.Image, own)];
        }

        var users = (startup.Image is { } image ? deployment.WorkloadsOf(image) : [])
            .Where(workload => workload.Mounts.Count > 0 && workload.Start?.Span == startup.Span)
            .Select(workload => new ContainerFiles(deployment.Tree, workload.Image, workload));
        return users.Prepend(new ContainerFiles(deployment.Tree, startup.Image, null));
    }

    private static ScriptStart? Of(
        Deployment deployment,
        Startup startup,
        ContainerFiles files,
        ShellWord word,
        string? interpreter,
        string path
    )
    {
        if (
            files.Find(path) is not { Presence: Presence.Present, Actual: { } source } answer
            || deployment.Tree.Resolve(source) is not { IsReadable: true } file
        )
        {
            return null;
        }

        var script = deployment.At<ShellScript>(file.Path);
        var server = ServerInScript.Of(deployment, startup, script);
        var isMounted = answer.Because is { } by && files.Workload?.Mounts.Any(mount => mount.Span == by) == true;
        var image = isMounted ? null : files.Image;
        return new ScriptStart(startup.Subject, word.Span, path, file)
        {
            Script = script,
            Server = server,
            IsServerBelowShell =
                server is not null && script is not null && ServerInScript.IsBelowShell(deployment, startup, script, server),
            Image = files.Image,
            Public = files.Image is null ? files.Workload?.Public : null,
            PutThereBy = answer.Because,
            IsMounted = isMounted,
            Interpreter = interpreter,
            Runner = Runner(files),
            IsFirstProcess =
                files.Image?.Final.Entrypoint is { IsExec: true, RunsInShell: false } entry
                && entry.Words.Count > 0
                && word.Span.File == entry.Span.File
                && entry.Words[0].Span.Start <= word.Span.Start
                && entry.Words[0].Span.End >= word.Span.End,
            MadeExecutableBy = image is null ? null : ScriptChanges.MakesExecutable(ScriptChanges.All(image), answer, path),
            LineEndingsFixedBy =
                ScriptChanges.Attribute(deployment, file.Path)
                ?? (image is null ? null : ScriptChanges.FixesLineEndings(ScriptChanges.All(image))),
            MayBeChangedBecause = ScriptChanges.ModeDoubt(deployment, file) ?? (image is null ? null : ScriptChanges.Doubt(image)),
        };
    }
}
