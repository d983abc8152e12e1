using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container, or the build of an image, starts a script by itself that nothing makes executable.</summary>
internal sealed class ScriptNotExecutable : ScriptRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/script-not-executable",
            Title = "Script that may not be executed",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "The system says permission denied: the container ends as soon as it starts, or the build of the image ends there.",
            Holds = "The script that is started is executable.",
        };

    protected override IEnumerable<ScriptStart> Scripts(Deployment deployment) =>
        base.Scripts(deployment).Concat(deployment.All<BuildScript>().Select(script => script.Start));

    // Node cannot read a shell script; what other interpreters can read is not known here.
    protected override bool IsJudged(ScriptStart start) =>
        start is { Interpreter: null, MayBeChangedBecause: null } and ({ Runner: null } or { Runner: "node", Script: not null });

    protected override Verdict? Check(ScriptStart start)
    {
        if (start.File.IsExecutable || start.MadeExecutableBy is not null)
        {
            return null;
        }

        var mode = start.File.Status == FileStatus.Tracked ? "git keeps it as 100644" : "it has no such permission";
        var message = $"{start.Subject} {Starts(start)} {Named(start)}, which is not executable ({mode}){Consequence(start)}.";
        // Docker Desktop on Windows shows every mounted file as executable.
        var verdict = (start.IsMounted ? Warn(start.Span, message).As(Severity.Medium) : Fail(start.Span, message)).Remedy(Remedy(start));
        return start.File.Status == FileStatus.Tracked
            ? verdict.Verify($"git ls-files --stage {start.File.Path}   # begins with 100755 when it is fixed")
            : verdict.Verify($"ls -l {start.File.Path}   # shows an x when it is fixed");
    }

    private static string Consequence(ScriptStart start) =>
        start.IsInBuild ? ", and nothing before makes it so: the build ends there with `Permission denied`"
        : start.IsMounted ? ": whatever the image did to a copy of its own, the container ends with `permission denied`"
        : start.Runner is { } runner
            ? $", and nothing makes it so: its base image hands it to {runner}, which cannot read it, and the container ends"
        : ", and nothing makes it so: the container ends with `permission denied`";

    private static string Remedy(ScriptStart start) =>
        start.IsMounted
            ? $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or start it as `sh {start.Path}` in {start.Span}."
        : start.IsInBuild
            ? $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or write `RUN chmod +x {start.Path}` in front of {start.Span}."
        : $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or copy it by `COPY --chmod=755` in {start.PutThereBy}.";
}
