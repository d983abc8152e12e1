using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A configuration of nginx reads a variable that nothing makes, or passes requests to one that only other locations set.</summary>
internal sealed class NginxVariableUndefined : Rule<NginxFile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/nginx-variable-undefined",
            Title = "Undefined nginx variable",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "nginx refuses a configuration with an unknown variable, and answers 500 where the address of an upstream is empty.",
            Holds = "nginx knows every variable that the configuration reads.",
        };

    public override IEnumerable<NginxFile> Subjects(Deployment deployment) =>
        deployment.Of<NginxFile>().Where(file => !file.HasForeignModules);

    protected override Subject Identify(NginxFile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(NginxFile subject, Deployment deployment)
    {
        var isRead =
            subject.IsWhole
            || deployment.All<PlacedConfiguration>().Any(placed => placed.File == subject.File && placed.Program == "nginx");
        var others = deployment.Of<NginxFile>().Where(other => other != subject).ToList();
        foreach (
            var unknown in subject.UnknownVariables.Where(variable => !others.Exists(other => other.MadeVariables.Contains(variable.Name)))
        )
        {
            var making = unknown.Name.Equals("connection_upgrade", StringComparison.Ordinal)
                ? "map $http_upgrade $connection_upgrade"
                : $"map` or `set ${unknown.Name}";
            var verdict = isRead
                ? LikelyFail(
                    unknown.Span,
                    $"`{unknown.Directive}` reads `${unknown.Name}`, but nothing defines that variable: nginx does not start."
                )
                : Warn(
                        unknown.Span,
                        $"`{unknown.Directive}` reads `${unknown.Name}`, which no file here defines. nginx starts only where another file of the server does."
                    )
                    .As(Severity.Medium);
            yield return verdict
                .Remedy($"Define it with `{making}`, or replace `${unknown.Name}` in {unknown.Span}.")
                .VerifyGoneOr($"git grep -nE {$"(set|map|geo|split_clients|auth_request_set) .*[$]{unknown.Name}"}");
        }

        foreach (var unset in subject.UnsetVariables)
        {
            yield return LikelyFail(
                    unset.Span,
                    $"`{unset.Directive}` reads `${unset.Name}`, which only another location sets: it is empty here, and nginx answers 500."
                )
                .As(Severity.High)
                .Related(unset.SetElsewhere, "set for other requests")
                .Remedy($"Write the address in place of the variable in {unset.Span}.")
                .VerifyGone();
        }
    }
}
