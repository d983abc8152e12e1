using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Errors of deployed services go to a log that nobody reads.</summary>
internal sealed class NoErrorTracking : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/no-error-tracking",
            Title = "No error tracking",
            Area = Area.Observability,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "An exception and its cause end up in a log, if anywhere, where nobody sees them.",
            Holds = "Errors of the running software are collected.",
        };

    protected override CapabilityKind Kind => CapabilityKind.ErrorTracking;

    protected override string Doubt => "Whether errors are collected";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{Names(capability.Wanting)} {(capability.Wanting.Count == 1 ? "uses" : "use")} no package of Sentry, Rollbar, Bugsnag, OpenTelemetry or another error tracker.";

    protected override string Remedy(Capability capability) => "Add the package of an error tracker, and read its address from a variable.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -niE 'sentry|rollbar|bugsnag|opentelemetry|opencensus' -- '*.json' '*.txt' '*.toml' '*.mod' '*.xml' '*.gradle*' '*Gemfile' '*.*proj' '*.props' '*mix.exs'   # must find one";
}
