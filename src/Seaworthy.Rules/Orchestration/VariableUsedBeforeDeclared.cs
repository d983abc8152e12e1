using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A variable of a container uses another one that is declared below it.</summary>
internal sealed class VariableUsedBeforeDeclared : Rule<KubernetesContainer>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/variable-used-before-declared",
            Title = "Variable used before declaration",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Rationale = "Kubernetes resolves only variables declared above, so the process gets the text $(NAME) instead of the value.",
            Holds = "Every $(NAME) is declared above its use.",
        };

    public override IEnumerable<KubernetesContainer> Subjects(Deployment deployment) =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Workloads)
            .SelectMany(workload => (workload.Pod?.InitContainers ?? []).Concat(workload.Pod?.Containers ?? []))
            .Where(container => container.Variables.Any(variable => variable.Value?.Variables.Any() == true));

    protected override Subject Identify(KubernetesContainer subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(KubernetesContainer subject, Deployment deployment)
    {
        var early = Early(subject).ToList();
        if (early.Count == 0)
        {
            yield break;
        }

        var (user, below) = early[0];
        var users = string.Join(" and ", early.Select(pair => pair.User.Name.Value).Distinct(StringComparer.Ordinal));
        var names = early.Select(pair => pair.Below.Name.Value).Distinct(StringComparer.Ordinal).ToList();
        var message =
            $"{users} in {subject.Name.Value} {(early.Count == 1 ? "uses" : "use")} {string.Join(" and ", names.Select(name => $"`$({name})`"))}, declared only below";
        var verdict = MayComeFromElsewhere(subject)
            ? Warn(Place(user), $"{message}, unless envFrom sets it.").As(Severity.Medium)
            : Fail(Place(user), $"{message}.");
        yield return verdict
            .Related(early.Select(pair => pair.Below.Span), "declared here")
            .Related(early.Skip(1).Select(pair => Place(pair.User)))
            .Remedy($"Move {string.Join(" and ", names)} above {user.Name.Value}.")
            .Verify(
                $"git grep -nE {$"name: ({user.Name.Value}|{below.Name.Value})"} -- {user.Name.Span.File.Path}   # {below.Name.Value} must come first"
            );
    }

    private static IEnumerable<EarlyUse> Early(KubernetesContainer container)
    {
        for (var index = 0; index < container.Variables.Count; index++)
        {
            var user = container.Variables[index];
            foreach (var name in (user.Value?.Variables ?? []).Select(part => part.Variable).Distinct(StringComparer.Ordinal))
            {
                var below = container.Variables.Skip(index + 1).FirstOrDefault(variable => variable.Name.Value == name);
                if (below is not null && !container.Variables.Take(index).Any(variable => variable.Name.Value == name))
                {
                    yield return new EarlyUse(user, below);
                }
            }
        }
    }

    // Variables of envFrom precede all others, and a Secret may contain the name.
    private static bool MayComeFromElsewhere(KubernetesContainer container) =>
        container.EnvFrom.Any(from => from.Source.Holder == KeyHolder.Secret);

    private static SourceSpan Place(ContainerVariable variable) => variable.Value?.Span ?? variable.Span;

    /// <summary>A variable that uses one declared below it.</summary>
    private sealed record EarlyUse(ContainerVariable User, ContainerVariable Below);
}
