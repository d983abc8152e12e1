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
            Title = "Script with the line endings of Windows",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale =
                "The system looks for an interpreter whose name ends in a carriage return, finds none, and the container ends as soon as it starts, or the build of the image ends there.",
            Holds = "The lines of the script end as Unix ends them.",
        };

    protected override IEnumerable<ScriptStart> Scripts(Deployment deployment) =>
        base.Scripts(deployment).Concat(deployment.All<BuildScript>().Select(script => script.Start));

    protected override bool IsJudged(ScriptStart start) => start is { Script: not null, MayBeChangedBecause: null, Runner: null };

    protected override Verdict? Check(ScriptStart start)
    {
        if (start is not { LineEndingsMendedBy: null, Script: { WindowsLineEnding: { } line } script })
        {
            return null;
        }

        // The first line decides whether it starts at all; a shell that is given the file stumbles later.
        var isCertain = start.Interpreter is null && script.Interpreter is { } shell && shell.Span.StartLine == line.StartLine;
        if (start.IsInBuild && !isCertain)
        {
            return null;
        }

        var end = start.IsInBuild ? "the build ends there with `not found`" : "the container ends with `no such file or directory`";
        var message = $"{start.Subject} {Starts(start)} {Named(start)}, whose lines end in CR LF";
        var verdict = isCertain
            ? Fail(start.Span, $"{message}: the system looks for `{script.Interpreter?.Value}\\r`, and {end}.")
            : LikelyFail(start.Span, $"{message}: the shell takes the carriage return for a part of the last word of each line.");
        return verdict
            .Related(line)
            .Remedy(
                $"Store {start.File.Path} with line feeds: add `*.sh text eol=lf` to .gitattributes, run `git add --renormalize {start.File.Path}`, and commit."
            )
            .Verify($"git ls-files --eol {start.File.Path}   # says i/lf when it is fixed");
    }
}
