using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Kubernetes;

public sealed class KubectlCommandsTests
{
    private static readonly WorkloadName Web = new("deployment", "shop", "web");

    private static readonly KubectlCommands Commands = new("prod");

    [Fact]
    public void ACommandIsAListOfArguments()
    {
        string[] lines =
        [
            $"{Commands.Apply("shop", isTrial: true)}",
            $"{Commands.Apply(null, isForced: true)}",
            $"{Commands.Rollout(Web, TimeSpan.FromMinutes(2))}",
            $"{Commands.Undo(Web, 7)}",
            $"{Commands.MayI(new Permission("patch", "deployments.apps", "shop"))}",
            $"{Commands.MayI(new Permission("create", "namespaces", null))}",
            $"{Commands.Exists(new NeededObject("Secret", "shop", "web", "Deployment web"))}",
            $"{Commands.Logs("shop", "web-1", "web", 20, isPrevious: true)}",
        ];
        Assert.Equal(
            [
                "kubectl --context=prod --namespace=shop apply --server-side --field-manager=seaworthy --dry-run=server --filename=-",
                "kubectl --context=prod apply --server-side --field-manager=seaworthy --force-conflicts --filename=-",
                "kubectl --context=prod --namespace=shop rollout status deployment/web --timeout=120s",
                "kubectl --context=prod --namespace=shop rollout undo deployment/web --to-revision=7",
                "kubectl --context=prod --namespace=shop auth can-i patch deployments.apps",
                "kubectl --context=prod auth can-i create namespaces",
                "kubectl --context=prod --namespace=shop get secret web --output=name",
                "kubectl --context=prod --namespace=shop logs web-1 --container=web --tail=20 --previous",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("kube-context://prod", "prod", null)]
    [InlineData("kube-context://prod/shop", "prod", "shop")]
    [InlineData("kube-context://arn:aws:eks:eu-west-1:1:cluster%2Fprod/shop", "arn:aws:eks:eu-west-1:1:cluster/prod", "shop")]
    [InlineData("kube-context://admin@prod", "admin@prod", null)]
    public void AnAddressIsAContextAndANamespace(string text, string context, string? space)
    {
        Assert.Equal(new ClusterAddress(context, space), ClusterAddress.Parse(text));
        Assert.Equal(text, $"{ClusterAddress.Parse(text)}");
    }

    [Theory]
    [InlineData("kube-context://")]
    [InlineData("kube-context://-v/shop")]
    [InlineData("kube-context://prod/--all")]
    [InlineData("kube-context://prod/Shop")]
    [InlineData("kube-context://prod/shop/web")]
    [InlineData("kube-context://pr od")]
    [InlineData("ssh://me@prod")]
    public void NothingElseIsOne(string text) => Assert.Null(ClusterAddress.Parse(text));
}
