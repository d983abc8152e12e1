using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An entry point in exec form is a shell script whose first line names no interpreter.</summary>
internal sealed class ScriptWithoutInterpreter : ScriptRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/script-without-interpreter",
            Title = "Missing shebang",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "The system cannot run the file: the container exits at startup with `exec format error`.",
            Holds = "The first line of the start script names its interpreter.",
        };

    protected override bool IsJudged(ScriptStart start) =>
        start is { IsFirstProcess: true, Interpreter: null, Script: not null, MayBeChangedBecause: null };

    protected override Verdict? Check(ScriptStart start) =>
        start.Script is { Interpreter: null } script
            ? Fail(start.Span, $"{start.Subject} starts {Named(start)}, but its first line has no `#!` with an interpreter.")
                .Related(script.File.Whole)
                .Remedy($"Write `#!/bin/sh` as the first line of {start.File.Path}, or start it as `sh {start.Path}` in {start.Span}.")
                .Verify($"git grep -n '^#!' -- {start.File.Path}   # must find it in line 1")
            : null;
}
