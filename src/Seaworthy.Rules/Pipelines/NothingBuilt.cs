using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job tests without a build (<c>dotnet test --no-build</c>), and nothing in it has built before, or in another configuration.</summary>
/// <remarks>Source: .NET documentation, "dotnet test", "--no-build" and "-c|--configuration": the default is Debug.</remarks>
internal sealed class NothingBuilt : Rule<NothingBuilt.Test>
{
    // What builds besides `dotnet build`, or may.
    private static readonly HashSet<string> Builders = new(StringComparer.OrdinalIgnoreCase)
    {
        "msbuild",
        "make",
        "nuke",
        "docker",
        "bash",
        "sh",
        "pwsh",
        "npm",
        "yarn",
        "pnpm",
        "just",
        "task",
        "cake",
    };

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "nothing-built",
            "Test without build",
            Severity.High,
            "Every job starts on a new machine: `--no-build` finds no assemblies there, and no test runs.",
            "The job builds what it tests, in the same configuration."
        );

    public override IEnumerable<Test> Subjects(Deployment deployment) =>
        from job in HostedJob.All(deployment)
        from step in job.Job.Steps
        from command in step.Run?.Commands ?? []
        where Verb(command) == "test" && command.Words.Any(word => word.Literal == "--no-build")
        select new Test(job, step, command);

    protected override Subject Identify(Test subject) => new(subject.Job.Name, subject.Command.Span);

    protected override IEnumerable<Verdict> Check(Test subject, Deployment deployment)
    {
        var (job, step, command) = subject;
        var past = job.Before(step, command.Span);
        var builds = past.Commands.Where(Builds).ToList();
        if (past.MayHaveBrought || past.HasUnread || past.Commands.Any(MayBuild) || IsSet(job))
        {
            yield break;
        }

        if (builds.Count == 0)
        {
            yield return Judge(command, $"{job.Name} runs `dotnet test --no-build`, but no step of the job builds.")
                .Remedy($"Add `dotnet build` before {command.Span}, or remove `--no-build` there.")
                .VerifyGone();
        }
        else if (builds.TrueForAll(build => Configuration(build) is { } built && Configuration(command) is { } tested && built != tested))
        {
            var built = Configuration(builds[0]);
            yield return Judge(
                    command,
                    $"{job.Name} builds the configuration {built}, but `dotnet test --no-build` looks for {Configuration(command)}."
                )
                .Related(builds[0].Span, "built here")
                .Remedy($"Add `--configuration {built}` to {command.Span}.")
                .VerifyGone();
        }
    }

    private Verdict Judge(ShellCommand command, string message) =>
        command.MayFailUnnoticed ? Warn(command.Span, message).As(Severity.Medium) : Fail(command.Span, message);

    private static string? Verb(ShellCommand command) =>
        command.Program == "dotnet" ? command.Words.Skip(1).FirstOrDefault()?.Literal : null;

    private static bool Builds(ShellCommand command) =>
        Verb(command) is "build" or "publish" or "pack" or "test" or "run" or "msbuild"
        && !command.Words.Any(word => word.Literal == "--no-build");

    /// <summary>A script, a task, a tool: what it builds is not read here.</summary>
    private static bool MayBuild(ShellCommand command) =>
        Builders.Contains(command.Program)
        || command.Words is [{ Literal: ['.', '/', ..] or null }, ..]
        || (
            command.Program == "dotnet"
            && Verb(command)
                is not (
                    "restore"
                    or "build"
                    or "publish"
                    or "pack"
                    or "test"
                    or "run"
                    or "tool"
                    or "format"
                    or "nuget"
                    or "--version"
                    or "--info"
                    or "workload"
                )
        );

    /// <summary>MSBuild takes properties from variables of the same name.</summary>
    private static bool IsSet(HostedJob job) =>
        job
            .Workflow.Environment.Concat(job.Job.Environment)
            .Any(variable => variable.Name.Equals("configuration", StringComparison.OrdinalIgnoreCase));

    private static string? Configuration(ShellCommand command)
    {
        for (var at = 2; at < command.Words.Count; at++)
        {
            var word = command.Words[at];
            if (word.Literal is "-c" or "--configuration" && at + 1 < command.Words.Count)
            {
                return command.Words[at + 1].Literal;
            }

            if (word.Prefix.Contains("onfiguration=", StringComparison.Ordinal))
            {
                return word.Literal?[(word.Literal.IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
        }

        return Verb(command) is "publish" or "pack" ? null : "Debug";
    }

    /// <summary>A test without a build.</summary>
    internal sealed record Test(HostedJob Job, WorkflowStep Step, ShellCommand Command);
}
