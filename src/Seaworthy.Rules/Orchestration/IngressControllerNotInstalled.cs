using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The repository creates a cluster and Ingresses of a class, and nothing in it installs a controller for the class.</summary>
internal sealed class IngressControllerNotInstalled : Rule<IngressControllerNotInstalled.Wanted>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ingress-controller-not-installed",
            Title = "Missing ingress controller",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The Ingress is accepted and never gets an address, so no request from outside reaches the service.",
            Holds = "Something in the repository installs a controller for the class.",
        };

    public override IEnumerable<Wanted> Subjects(Deployment deployment)
    {
        var cluster = deployment
            .Of<TerraformFile>()
            .Where(file => !RepositoryPath.IsSample(file.File.Path))
            .SelectMany(file => file.Body.Blocks)
            .FirstOrDefault(ClusterMakers.IsCluster);
        return cluster is null
            ? []
            : from ingress in deployment.KubernetesStacks.SelectMany(stack => stack.Of<Ingress>()).DistinctBy(ingress => ingress.Span)
            where !ingress.IsDeletion && !RepositoryPath.IsSample(ingress.Span.File.Path)
            let name = ingress.ClassName
            where name is not null
            group name by name.Value into same
            let controller = IngressController.All.FirstOrDefault(known => known.Class == same.Key)
            where controller is not null
            select new Wanted(controller, [.. same], cluster.Span);
    }

    protected override Subject Identify(Wanted subject) => new($"Ingress class {subject.Controller.Class}", subject.Classes[0].Span);

    protected override IEnumerable<Verdict> Check(Wanted subject, Deployment deployment)
    {
        var (controller, classes, cluster) = subject;
        if (deployment.Artifacts.Any(artifact => controller.IsNamedIn(artifact.File)))
        {
            yield break;
        }

        yield return Warn(
                classes[0].Span,
                $"Nothing installs {controller.Title} in the cluster of {cluster.File.Path}, so Ingresses of class `{controller.Class}` get no address."
            )
            .Related(classes.Skip(1).Take(MostPlaces).Select(name => name.Span))
            .Related(cluster, "creates the cluster")
            .Remedy(
                $"Install it before {classes[0].Span.File.Path}, with a `helm_release` beside {cluster} or in the pipeline: `{controller.Chart}`."
            )
            .Verify($"git grep -niE {string.Join('|', controller.Words)}   # must find what installs it");
    }

    /// <summary>A controller that Ingresses ask for.</summary>
    internal sealed record Wanted(IngressController Controller, IReadOnlyList<Fact<string>> Classes, SourceSpan Cluster);
}
