using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container, or the build of an image, starts a shell script whose lines end in carriage return and line feed.</summary>
internal sealed class ScriptWithWindowsLineEndings : ScriptRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/script-with-windows-line-endings",
            Title = "Windows line endings in script",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale =
                "The carriage return becomes part of the name of the interpreter, or of commands: the container exits at startup, or the build fails.",
            Holds = "The script has Unix line endings.",
        };

    protected override IEnumerable<ScriptStart> Scripts(Deployment deployment) =>
        base.Scripts(deployment).Concat(deployment.All<BuildScript>().Select(script => script.Start));

    protected override bool IsJudged(ScriptStart start) => start is { Script: not null, MayBeChangedBecause: null, Runner: null };

    protected override Verdict? Check(ScriptStart start)
    {
        if (start is not { LineEndingsFixedBy: null, Script: { WindowsLineEnding: { } line } script })
        {
            return null;
        }

        // The first line decides whether it starts at all; a shell that is given the file stumbles later.
        var isCertain = start.Interpreter is null && script.Interpreter is { } shell && shell.Span.StartLine == line.StartLine;
        if (start.IsInBuild && !isCertain)
        {
            return null;
        }

        var end = start.IsInBuild ? "the build fails with `not found`" : "the container exits with `no such file or directory`";
        var message = $"{start.Subject} {Starts(start)} {Named(start)}, which has CRLF line endings";
        var verdict = isCertain
            ? Fail(start.Span, $"{message}: the system looks for `{script.Interpreter?.Value}\\r`, and {end}.")
            : LikelyFail(start.Span, $"{message}: the shell reads the carriage return as part of the last word of each line.");
        return verdict
            .Related(line)
            .Remedy(
                $"Store {start.File.Path} with LF: add `*.sh text eol=lf` to .gitattributes, run `git add --renormalize {start.File.Path}`, and commit."
            )
            .Verify($"git ls-files --eol {start.File.Path}   # says i/lf when it is fixed");
    }
}
