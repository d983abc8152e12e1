using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Two objects of one kind and name are applied to one namespace.</summary>
internal sealed class DuplicateObject : Rule<KubernetesStack>
{
    /// <summary>Templates from which a command makes the applied file: <c>envsubst &lt; app.yaml &gt; app-with-values.yaml</c>.</summary>
    private static readonly PerDeployment<List<string>> SubstitutedFiles = new(deployment =>
        [
            .. deployment
                .Commands.Where(site => site.Command.Program == "envsubst")
                .SelectMany(site => site.Command.Redirects)
                .Where(redirect => redirect.Operator == "<")
                .Select(redirect => redirect.Target.Raw),
        ]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/duplicate-object",
            Title = "Duplicate Kubernetes object",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The definition that is applied last silently replaces the other.",
            Holds = "Every object is defined once.",
        };

    public override IEnumerable<KubernetesStack> Subjects(Deployment deployment) =>
        deployment.KubernetesStacks.Where(stack => stack.Objects.Count > 1);

    protected override Subject Identify(KubernetesStack subject) =>
        new(subject.Name, subject.Objects[0].Name?.Span ?? subject.Objects[0].Span);

    protected override IEnumerable<Verdict> Check(KubernetesStack subject, Deployment deployment)
    {
        var templates = SubstitutedFiles.Of(deployment);
        var doubles = subject
            .Objects.Where(found =>
                found is { Name: not null, IsDeletion: false }
                && !IsFilledIn(found.Name.Value)
                && !IsPart(found.Span.File.Path)
                && !templates.Exists(written => written.EndsWith(found.Span.File.Name, StringComparison.Ordinal))
            )
            .GroupBy(found => new
            {
                found.Group,
                Kind = found.Kind.Value,
                Name = found.Name?.Value,
                Namespace = found.Namespace?.Value,
                found.Span.File.Directory,
            })
            .Select(same => Applied([.. same.DistinctBy(found => found.Span)]))
            .Where(same => same.Count > 1);
        // Two files with the same objects are one mistake.
        foreach (var files in doubles.GroupBy(same => string.Join('\n', same.Select(found => found.Span.File.Path).Distinct())))
        {
            var groups = files.ToList();
            var names = string.Join(", ", groups.Select(same => same[0].ToString()));
            var last = groups[0][^1];
            var paths = groups[0].Select(found => found.Span.File).DistinctBy(file => file.Path).ToList();
            if (paths.Count > 1 && NamedFiles(deployment) is var named && paths.Find(file => named.Contains(file.Name)) is { } chosen)
            {
                yield return Unknown(
                    last.Name?.Span ?? last.Span,
                    $"{names} {(groups.Count == 1 ? "is" : "are")} defined more than once in {subject.Name}. Unknown whether all are applied: a command names {chosen.Path} alone."
                );
                continue;
            }

            yield return Warn(
                    last.Name?.Span ?? last.Span,
                    $"{names} {(groups.Count == 1 ? "is" : "are")} defined more than once in {subject.Name}."
                )
                .Related(groups.SelectMany(same => same).Select(found => found.Name?.Span ?? found.Span), "also defined here")
                .Remedy("Keep one definition, or move each to its own directory or overlay.")
                .VerifyOneGone();
        }
    }

    /// <summary>Patches, and files that tests choose from, are not applied together.</summary>
    private static bool IsPart(string path) =>
        path.Contains("patch", StringComparison.OrdinalIgnoreCase)
        || FilePurposes.Has(path, FilePurpose.Test)
        || path.Contains("cluster-template", StringComparison.OrdinalIgnoreCase)
        || path.Contains("flavor", StringComparison.OrdinalIgnoreCase);

    /// <summary>One of several alternative templates: <c>name: ${CLUSTER_NAME}</c>.</summary>
    private static bool IsFilledIn(string name) =>
        name.Contains("${", StringComparison.Ordinal) || name.Contains("{{", StringComparison.Ordinal);

    /// <summary>The files that commands name individually: <c>kubectl apply -f policy-strict.yaml</c>, or a script function that does so.</summary>
    private static HashSet<string> NamedFiles(Deployment deployment) =>
        deployment
            .Commands.SelectMany(site => site.Command.Words)
            .Select(word => word.Raw.Split('/')[^1].Trim('"', '\''))
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A template beside its result (<c>secrets.template.yaml</c>, <c>secrets.enc.yaml</c>) is never applied itself.</summary>
    private static List<KubernetesObject> Applied(List<KubernetesObject> same) =>
        same.Exists(found => !SidePlace.IsTemplate(found.Span.File.Path))
            ? same.FindAll(found => !SidePlace.IsTemplate(found.Span.File.Path))
            : same;
}
