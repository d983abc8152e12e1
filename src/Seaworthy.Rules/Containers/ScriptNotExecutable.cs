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
            Title = "Non-executable script in image",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "The system refuses to run it: the container exits at startup, or the build fails.",
            Holds = "The script is executable.",
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

        var mode = start.File.Status == FileStatus.Tracked ? "git mode 100644" : "no execute permission";
        var message = $"{start.Subject} {Starts(start)} {Named(start)}, which is not executable ({mode}){Consequence(start)}.";
        // Docker Desktop on Windows shows every mounted file as executable.
        var verdict = (start.IsMounted ? Warn(start.Span, message) : Fail(start.Span, message)).Remedy(Remedy(start));
        return start.File.Status == FileStatus.Tracked
            ? verdict.Verify($"git ls-files --stage {start.File.Path}   # begins with 100755 when it is fixed")
            : verdict.Verify($"ls -l {start.File.Path}   # shows an x when it is fixed");
    }

    private static string Consequence(ScriptStart start) =>
        start.IsInBuild ? ": the build fails with `Permission denied`"
        : start.IsMounted ? ": the mount hides the copy in the image, and the container exits with `permission denied`"
        : start.Runner is { } runner ? $": the base image passes it to {runner}, which cannot read it, and the container exits"
        : ": the container exits with `permission denied`";

    private static string Remedy(ScriptStart start) =>
        start.IsMounted
            ? $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or start it as `sh {start.Path}` in {start.Span}."
        : start.IsInBuild
            ? $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or add `RUN chmod +x {start.Path}` before {start.Span}."
        : $"Run `git update-index --chmod=+x {start.File.Path}` and commit, or copy it with `COPY --chmod=755` in {start.PutThereBy}.";
}
