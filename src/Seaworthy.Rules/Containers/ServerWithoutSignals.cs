using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A start script stays above the server that it starts, and keeps the signal that asks it to stop to itself.</summary>
internal sealed class ServerWithoutSignals : ScriptRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/server-without-signals",
            IsPractice = true,
            Title = "Server that is not told to stop",
            Area = Area.Containers,
            Severity = Severity.Low,
            Rationale = "Each deployment waits out the grace period, and then kills the server in the middle of what it answers.",
            Holds = "The server gets the signal that asks its container to stop.",
        };

    protected override bool IsJudged(ScriptStart start) => start.Server is not null;

    protected override Verdict? Check(ScriptStart start) =>
        start is { Server: { } server, IsServerBelowShell: true, Script: { } script }
            ? Warn(
                    server.Span,
                    $"{start.Subject} starts {Named(start)}, whose shell stays the first process: SIGTERM ends there, and `{server.Program}` is killed when the grace period is over."
                )
                .Related(start.Span)
                .Remedy($"Write `exec` in front of the command in {server.Span}.")
                .VerifyGone()
            : null;
}
