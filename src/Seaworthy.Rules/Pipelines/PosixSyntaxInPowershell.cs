using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step without <c>shell</c> runs on Windows as well, and is written for a POSIX shell.</summary>
/// <remarks>
/// Sources: GitHub documentation, "Workflow syntax", "jobs.&lt;job_id&gt;.steps[*].shell": PowerShell on Windows;
/// PowerShell documentation, "about_Parameters": a shortened name of two parameters is ambiguous; "Remove-Item", "Get-ChildItem".
/// </remarks>
internal sealed class PosixSyntaxInPowershell : Rule<PosixSyntaxInPowershell.SharedStep>
{
    // Texts of conditions that may leave Windows out.
    private static readonly string[] Selections = ["os", "OS", "runner", "matrix", "platform"];

    private static readonly string[] Files = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "posix-syntax-in-powershell",
            "POSIX syntax in PowerShell",
            Severity.High,
            "Windows runners use PowerShell where a step names no shell: the step fails there, and with it that part of the matrix.",
            "Steps that also run on Windows name a shell, or are plain commands."
        );

    public override IEnumerable<SharedStep> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job is { Container: null, ContinueOnError: null }
        let labels = RunnerLabels.Of(job.RunsOn, job.Matrix)
        where labels is not null
        let windows = labels.FirstOrDefault(label => label.Value.StartsWith("windows", StringComparison.OrdinalIgnoreCase))
        where windows is not null
        from step in job.Steps
        let run = step.Run
        where run is { Shell: null, Commands.Count: > 0 } && step is { Shell: null, ContinueOnError: null } && !MayLeaveOut(step)
        select new SharedStep($"{workflow.File.Name}: {job.Id}", run, windows.Span);

    protected override Subject Identify(SharedStep subject) => new(subject.Job, subject.Run.Span);

    protected override IEnumerable<Verdict> Check(SharedStep subject, Deployment deployment)
    {
        var found = subject
            .Run.Commands.Select(command => new { Command = command, Why = Refused(command) })
            .FirstOrDefault(pair => pair.Why is not null);
        if (found is null)
        {
            yield break;
        }

        yield return Fail(found.Command.Span, $"{subject.Job} also runs on Windows, where the step runs in PowerShell: {found.Why}.")
            .Related(subject.Windows, "Windows")
            .Remedy($"Add `shell: bash` to the step of {found.Command.Span}.")
            .VerifyGoneOr($"git grep -n 'shell: bash' -- {found.Command.Span.File.Path}");
    }

    private static bool MayLeaveOut(WorkflowStep step) =>
        step.If is { } condition && Array.Exists(Selections, word => condition.Raw.Contains(word, StringComparison.Ordinal));

    /// <summary>Why PowerShell refuses the command, as a sentence; null where it does not.</summary>
    private static string? Refused(ShellCommand command) =>
        command.Redirects.Select(redirect => redirect.Target.Raw).FirstOrDefault(target => Array.Exists(Files, target.Contains)) is { } file
        && !file.Contains("env:", StringComparison.Ordinal)
            ? $"`{file}` is empty there"
        : command.Program is "[" or "[[" ? $"it does not know `{command.Program}`"
        : command.Program == "export" && command.Assignments.Count > 0 ? "it does not know `export`"
        : command.Assignments is [var first, ..] && command.Program is not ("export" or "env" or "sudo")
            ? $"`{first.Name}=…` is no command there"
        : command.Program is "rm" or "cp" or "mv" or "ls" ? RefusedFlag(command)
        : null;

    private static string? RefusedFlag(ShellCommand command) =>
        command.Words.Skip(1).FirstOrDefault(word => IsRefused(command.Program, word.Literal ?? ""))?.Literal is { } flag
            ? $"`{command.Program}` does not take `{flag}` there"
            : null;

    // `-r` is short for -Recurse alone; `-f` may be -Filter or -Force.
    private static bool IsRefused(string program, string flag) =>
        flag is "-rf" or "-fr" or "-Rf" or "-f"
        || (program == "ls" && flag is "-l" or "-la" or "-al" or "-lh" or "-lah" or "-a" or "-lR" or "-laR")
        || (program == "cp" && flag is "-a" or "-rp");

    /// <summary>A step of a job that runs on Windows and on other systems.</summary>
    internal sealed record SharedStep(string Job, StepScript Run, SourceSpan Windows);
}
