using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod asks of the API what no role of its service account allows.</summary>
internal sealed class PermissionNotGranted : Rule<IReadOnlyList<ApiUse>>
{
    private const int MostNamed = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/permission-not-granted",
            Title = "Missing RBAC permission",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The API server answers 403 Forbidden to the request, and what needs it fails.",
            Holds = "The roles of the service account allow what its pods ask of the API.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<ApiUse>(ApiUses.Link)];

    public override IEnumerable<IReadOnlyList<ApiUse>> Subjects(Deployment deployment) =>
        deployment.All<ApiUse>().GroupBy(use => new { use.Account, use.Roles[0].Span }).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ApiUse> subject) =>
        new($"service account {subject[0].Account}", subject[0].Roles[0].Name?.Span ?? subject[0].Roles[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ApiUse> subject, Deployment deployment)
    {
        // A role that allows none of it was not written for these requests.
        var missing = subject.Where(use => !use.IsGranted).ToList();
        if (missing.Count == 0 || (missing.Count == subject.Count && missing.Count > 1))
        {
            yield break;
        }

        foreach (var same in missing.GroupBy(use => new { use.Action.Group, use.Action.Resource }).Select(same => same.ToList()))
        {
            yield return Refused(same, deployment);
        }
    }

    private Verdict Refused(IReadOnlyList<ApiUse> uses, Deployment deployment)
    {
        var (first, role) = (uses[0], uses[0].Roles[0]);
        var names = NameList.Of([.. uses.Select(use => $"`{use.Action}`").Distinct()], MostNamed);
        var nearest =
            role.Rules.LastOrDefault(rule => rule.Groups.Any(group => group.Value == first.Action.Group)) ?? role.Rules.LastOrDefault();
        return LikelyFail(
                nearest?.Span ?? role.Name?.Span ?? role.Span,
                $"{first.Place} needs {names}, but {role.Kind.Value} `{role.Name?.Value}` of service account `{first.Account}` does not allow it."
            )
            .On(first.Action.Resource)
            .Related(uses.Select(use => use.Place), "needs it")
            .Remedy($"Add a rule for {names} to {role.Kind.Value} `{role.Name?.Value}` in {role.Span.File.Path}.")
            .Verify(
                $"{TargetCommand.KubectlAt(role.Span, deployment)} auth can-i {first.Action.Verb} {first.Action.Resource} --as=system:serviceaccount:{first.Pod.Workload.Namespace?.Value ?? "default"}:{first.Account}"
            );
    }
}
