using Seaworthy.Engine;
using Seaworthy.Engine.Verifying;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Deploying.Verifying.Reports;

/// <summary>What runs otherwise than it is declared, in the form of an audit's report: each at the line of the Compose file that declares the service.</summary>
public sealed class VerificationReport
{
    private readonly Deployment deployment;
    private readonly ComposeStack stack;

    private VerificationReport(Deployment deployment, ComposeStack stack)
    {
        this.deployment = deployment;
        this.stack = stack;
    }

    /// <param name="deployment">What was read.</param>
    /// <param name="stack">The project that was asked about.</param>
    /// <param name="hosts">What came of it.</param>
    public static Report Of(Deployment deployment, ComposeStack stack, IReadOnlyList<VerifiedHost> hosts)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(hosts);
        return new VerificationReport(deployment, stack).Of(hosts);
    }

    private Report Of(IReadOnlyList<VerifiedHost> hosts)
    {
        var verdicts = hosts.SelectMany(Of).ToList();
        return VerdictReport.Of(
            deployment,
            [.. Enum.GetValues<DriftKind>().Select(DriftRule.Of).Where(rule => verdicts.Any(verdict => verdict.Rule == rule))],
            verdicts,
            [
                .. hosts.SelectMany(host =>
                    host.Verification.Open.Where(question => question.IsFault)
                        .Select(question => new Diagnostic(DiagnosticKind.SystemSilent, Sentence(host, question.Text)))
                ),
            ]
        );
    }

    private IEnumerable<Verdict> Of(VerifiedHost host) =>
        host
            .Verification.Drifts.Select(drift => Of(host, drift.Kind, drift.Service, Outcome.Fail, drift.Text))
            .Concat(
                host.Verification.Open.Where(question => !question.IsFault)
                    .Select(question => Of(host, question.Kind, question.Service, Outcome.Unknown, question.Text))
            )
            .Concat(
                host.Verification.Asked.Where(kind => host.Verification.Drifts.All(drift => drift.Kind != kind))
                    .Order()
                    .Select(kind => Of(host, kind, stack.Name, Outcome.Pass, DriftRule.Of(kind).Holds.TrimEnd('.')))
            );

    private Verdict Of(VerifiedHost host, DriftKind kind, string service, Outcome outcome, string text) =>
        Verdict.Of(DriftRule.Of(kind), outcome, PlaceOf(service), Sentence(host, text)) with
        {
            Subject = host.Name is { } name ? $"{service} on {name}" : service,
        };

    private SourceSpan PlaceOf(string service) =>
        stack.Project.Services.FirstOrDefault(each => each.Name.Value == service)?.Name.Span
        ?? stack.Project.Services[0].Name.Span.File.Whole;

    private static string Sentence(VerifiedHost host, string text) =>
        host.Name is { } name ? $"On {name}, {text}." : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
