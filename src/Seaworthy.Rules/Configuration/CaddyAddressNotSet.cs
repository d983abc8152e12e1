using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The host of a Caddyfile comes from a variable that its container does not have.</summary>
internal sealed class CaddyAddressNotSet : Rule<CaddyVariable>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/caddy-address-not-set",
            Title = "Caddy address not set",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Caddy replaces variables by those of its own container. Without it the site has no host, or answers to `localhost` alone, and visitors get no page and no certificate.",
            Holds = "The container of Caddy has the variable.",
        };

    public override IEnumerable<CaddyVariable> Subjects(Deployment deployment) =>
        deployment.All<CaddyVariable>().Where(variable => variable.Default is null || IsLocal(variable.Default));

    protected override Subject Identify(CaddyVariable subject) =>
        new($"{subject.Name} of {subject.Workload.Name} in {subject.Workload.TargetName}", subject.Span);

    protected override IEnumerable<Verdict> Check(CaddyVariable subject, Deployment deployment)
    {
        if (subject.IsSupplied)
        {
            yield break;
        }

        var workload = subject.Workload;
        if (subject.MoreBecause is { } reason)
        {
            yield return Unknown(subject.Span, $"unknown whether {workload.Name} has {subject.Name}: {reason}.");
            yield break;
        }

        var isLocalStack = deployment.Targets.Any(target =>
            target.Name == workload.TargetName && target.Environment is TargetEnvironment.Development or TargetEnvironment.Test
        );
        if (subject.Default is { } local && isLocalStack)
        {
            yield break;
        }

        var message = subject.Default is { } value
            ? $"{workload.Name} has no variable {subject.Name}, so Caddy answers to {value} alone."
            : $"{workload.Name} has no variable {subject.Name}, so the site in {subject.Span.File.Path} has no address, and Caddy does not start.";
        yield return (subject.Default is null ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.High))
            .Related(workload.Span, "runs with it")
            .Remedy($"Add `{subject.Name}: ${{{subject.Name}:?}}` to `environment` of {workload.Name} in {workload.Span}.")
            .Verify($"{TargetCommand.Compose(workload.TargetName, deployment)} config {workload.Name} | grep {subject.Name}");
    }

    private static bool IsLocal(string address) =>
        address is "" or ":80" or ":443"
        || address.Contains("localhost", StringComparison.Ordinal)
        || address.Contains("127.0.0.1", StringComparison.Ordinal);
}
