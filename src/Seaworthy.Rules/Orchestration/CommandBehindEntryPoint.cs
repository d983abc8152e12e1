using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload names a program as its command, and its image starts another as its entry point: the words become arguments of that one.</summary>
internal sealed class CommandBehindEntryPoint : Rule<Workload>
{
    // Whoever gives one of these as the first word means it to run.
    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "alembic",
        "arq",
        "bash",
        "bun",
        "bundle",
        "celery",
        "deno",
        "dotnet",
        "dramatiq",
        "flask",
        "gunicorn",
        "hypercorn",
        "java",
        "node",
        "npm",
        "npx",
        "php",
        "pnpm",
        "python",
        "python3",
        "rails",
        "rake",
        "ruby",
        "sh",
        "sidekiq",
        "streamlit",
        "tsx",
        "uvicorn",
        "yarn",
    };

    // What a shell text names its arguments by.
    private static readonly string[] Handing = ["$@", "$*", "${@", "$0", "$1", "${1"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/command-behind-entry-point",
            Title = "Command that the entry point takes as its arguments",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "The command of a workload replaces the CMD of its image, never its ENTRYPOINT: the program that it names is not started, and another one runs in its place or stops at words that it does not know.",
            Holds = "The commands of workloads are what their containers run.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload => workload.Start?.Arguments is { Words: [var first, ..] } && Programs.Contains(NameOf(first)));

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Start?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var script = EntryScript.Kept(subject, deployment);
        if (
            subject is not { Start: { Arguments: { } arguments } start }
            || Meant(arguments) is not { } program
            || (arguments.EntryPoint is { } own ? Kept(own, deployment) ?? script?.Text : subject.Public?.EntryPoint) is not { } kept
            || IsSame(arguments)
        )
        {
            yield break;
        }

        var entry = arguments.EntryPoint;
        var given = $"give {subject.Name} an {(subject.Kind == TargetKind.Compose ? "`entrypoint`" : "`command`")} of its own";
        var consequence =
            script is not null ? $"its script looks at no words, and ends in `{kept}`"
            : entry is null or { IsExec: true } ? $"what runs is `{kept} {string.Join(' ', arguments.Words).Trim()}`"
            : $"the shell that runs `{kept}` takes no words, and drops them";
        var message =
            $"{subject.Name} is to run {program}, but its image has an ENTRYPOINT, which a command does not replace: {consequence}.";
        var verdict =
            script is not null && EntryScript.HostsTheSame(script, arguments)
                ? Warn(start.Span, $"{message} Both start the same application.").As(Severity.Medium)
                : Fail(start.Span, message);
        yield return verdict
            .Related(script?.Span ?? entry?.Span, "starts all the same")
            .Related(entry is null ? subject.Reference?.Span : null)
            .Remedy(
                entry is null ? $"At {start.Span}, {given}."
                : script is not null ? $"End the script with `exec \"$@\"` in {script.Span}, or {given}."
                : $"Make the ENTRYPOINT in {entry.Span} a CMD, or {given}."
            )
            .VerifyOneGone();
    }

    private static string? Meant(EntryArguments arguments) => NameOf(arguments.Words[0]);

    /// <summary>The entry point as a person reads it, when it starts one program and hands nothing over; null otherwise.</summary>
    private static string? Kept(Model.Declared.Dockerfiles.CommandLine entry, Deployment deployment) =>
        entry.Commands is [{ } only]
        && KnownCommand.Of(only).FirstOrDefault() is { } known
        && ((entry.IsExec && !entry.RunsInShell) || !Array.Exists(Handing, word => entry.Raw.Contains(word, StringComparison.Ordinal)))
        && IsOne(known, deployment)
            ? string.Join(' ', only.Words.Select(word => word.Raw.Trim('"')))
            : null;

    private static bool IsOne(KnownCommand known, Deployment deployment) =>
        known switch
        {
            PackageScriptCommand => true,
            ProgramCommand { Runtime: "uvicorn" or "gunicorn" or "hypercorn" or "daphne", Application: not null } => true,
            ProgramCommand { Runtime: "java" or "dotnet", File: not null } => true,
            ProgramCommand { Runtime: "python" or "node", File.Literal: { } file } => HandsNothingOver(file, deployment),
            _ => false,
        };

    /// <summary>The file is in the repository, and does nothing with its arguments.</summary>
    private static bool HandsNothingOver(string file, Deployment deployment)
    {
        var name = NameOf(file);
        var candidates = deployment.Of<CodeFile>().Where(code => code.File.Name == name).ToList();
        return candidates.Count > 0 && candidates.TrueForAll(code => !code.MayHandOver());
    }

    /// <summary>The command says again what the entry point starts: a program that ignores its arguments does what is meant.</summary>
    private static bool IsSame(EntryArguments arguments)
    {
        if (arguments.EntryPoint is not { Commands: [var first, ..] })
        {
            return false;
        }

        var started = first.Words.Select(word => word.Literal ?? "").ToList();
        return NameOf(started[0]) is "node" or "java" or "dotnet" or "python" or "python3" or "npm" or "yarn" or "pnpm"
            && started.Take(2).Select(NameOf).SequenceEqual(arguments.Words.Take(2).Select(NameOf), StringComparer.Ordinal);
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
