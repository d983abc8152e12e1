using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload sets a program as its command, and the ENTRYPOINT of its image starts another one with the command as its arguments.</summary>
internal sealed class CommandBehindEntryPoint : Rule<Workload>
{
    // Programs that are meant to run if they are the first word.
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

    // How a shell script refers to its arguments.
    private static readonly string[] Handing = ["$@", "$*", "${@", "$0", "$1", "${1"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/command-behind-entry-point",
            Title = "Command appended to entrypoint",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "A command replaces the CMD of the image, never its ENTRYPOINT: the program is not started, and the other one runs instead or stops at unknown arguments.",
            Holds = "The container runs the command of the workload.",
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
        var given = $"set {(subject.Kind == TargetKind.Compose ? "`entrypoint`" : "`command`")} for {subject.Name}";
        var consequence =
            script is not null ? $"the entry script ignores it and runs `{kept}`"
            : entry is null or { IsExec: true } ? $"the container runs `{kept} {string.Join(' ', arguments.Words).Trim()}`"
            : $"the shell form runs `{kept}` and drops it";
        var message = $"{subject.Name} sets the command `{program}`, but the image has an ENTRYPOINT: {consequence}.";
        var verdict =
            script is not null && EntryScript.HostsTheSame(script, arguments)
                ? Warn(start.Span, $"{message} Both start the same application.").As(Severity.Medium)
            : entry is null && subject.Public is { IgnoresArguments: true } ? Fail(start.Span, message).As(Severity.Medium)
            : Fail(start.Span, message);
        yield return verdict
            .Related(script?.Span ?? entry?.Span, "runs instead")
            .Related(entry is null ? subject.Reference?.Span : null)
            .Remedy(
                entry is null ? $"At {start.Span}, {given}."
                : script is not null ? $"End the script with `exec \"$@\"` in {script.Span}, or {given}."
                : $"Change ENTRYPOINT to CMD in {entry.Span}, or {given}."
            )
            .VerifyOneGone();
    }

    private static string? Meant(EntryArguments arguments) => NameOf(arguments.Words[0]);

    /// <summary>The text of the entry point if it starts one program and passes nothing on; otherwise null.</summary>
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

    /// <summary>The file is in the repository and ignores its arguments.</summary>
    private static bool HandsNothingOver(string file, Deployment deployment)
    {
        var name = NameOf(file);
        var candidates = deployment.Of<CodeFile>().Where(code => code.File.Name == name).ToList();
        return candidates.Count > 0 && candidates.TrueForAll(code => !code.MayHandOver());
    }

    /// <summary>The command repeats the entry point: a program that ignores its arguments still does the right thing.</summary>
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
