using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A start script stays above the server that it starts, and does not forward the stop signal.</summary>
internal sealed class ServerWithoutSignals : ScriptRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/server-without-signals",
            IsPractice = true,
            Title = "Missing signal forwarding",
            Area = Area.Containers,
            Severity = Severity.Low,
            Rationale = "Each deployment waits for the grace period, and then kills the server in the middle of its requests.",
            Holds = "The server gets the stop signal of its container.",
        };

    protected override bool IsJudged(ScriptStart start) => start.Server is not null;

    protected override Verdict? Check(ScriptStart start) =>
        start is { Server: { } server, IsServerBelowShell: true, Script: { } script }
            ? Warn(
                    server.Span,
                    $"{start.Subject} starts {Named(start)}, which runs `{server.Program}` without `exec`: SIGTERM reaches only the shell."
                )
                .Related(start.Span)
                .Remedy($"Write `exec` in front of the command in {server.Span}.")
                .VerifyGone()
            : null;
}
