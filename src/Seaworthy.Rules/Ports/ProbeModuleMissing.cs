using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check imports a package that its image does not install.</summary>
internal sealed class ProbeModuleMissing : Rule<ProbedWorkload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-module-missing",
            Title = "Missing health check package",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The check always fails with `ModuleNotFoundError`: the container stays unhealthy, and services that wait for it never start.",
            Holds = "The image installs the packages that its health check imports.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(subject => subject is { Probe.Imports.Count: > 0, Workload.Image: not null });

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var probe = subject.Probe;
        var asked = Modules(subject, deployment).ToList();
        var said = $"The {probe.Origin} of {subject.Workload.Name} imports";
        if (asked.Find(pair => pair.Module.Answer.IsMissing) is not { Module: { } module } missing)
        {
            if (asked.Find(pair => pair.Module.Answer.Presence == Presence.Unknown) is { Module: { Answer.Why: { } why } } doubt)
            {
                yield return Unknown(doubt.Place, $"{said} `{doubt.Module.Module}`; unknown whether the image has it: {why}.");
            }

            yield break;
        }

        // Another client may follow when this one fails.
        if (probe.ClientsAreAlternatives)
        {
            yield break;
        }

        var verdict = Fail(
                missing.Place,
                $"{said} `{module.Module}`, but {module.Image.Name} does not install {(module.Package == module.Module ? "it" : module.Package)}."
            )
            .Related(module.Installs)
            .Related(module.Manifests is [var manifest, ..] ? manifest.Whole : null, "does not list it")
            .Remedy(
                $"Use Python's own client: `python -c \"import urllib.request; urllib.request.urlopen('http://localhost:{probe.Port ?? 8000}{probe.Path ?? "/"}')\"` in {missing.Place}, or install {module.Package}."
            )
            .Verify(TargetCommand.Healthy(subject.Workload, deployment));
        yield return subject.Counted(verdict, isAnswered: false, deployment);
    }

    private static IEnumerable<Import> Modules(ProbedWorkload subject, Deployment deployment) =>
        from import in subject.Probe.Imports
        from module in deployment.All<ProbedModule>()
        where module.Module == import.Value && ReferenceEquals(module.Image.Final.Declared, subject.Workload.Image?.Final.Declared)
        select new Import(import.Span, module);

    private sealed record Import(SourceSpan Place, ProbedModule Module);
}
