using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Deploying.Tests.Kubernetes;

/// <summary>The real kubectl parses every command line, and then finds no cluster. Skipped where there is no kubectl.</summary>
public sealed class RealKubectlTests
{
    private const string Configuration = """
        apiVersion: v1
        kind: Config
        clusters: [{name: none, cluster: {server: "http://127.0.0.1:1"}}]
        users: [{name: nobody, user: {}}]
        contexts: [{name: none, context: {cluster: none, user: nobody, namespace: shop}}]
        current-context: none
        """;

    public static TheoryData<string> Lines => [.. All(new KubectlCommands("none")).Select(line => $"{line}")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryCommandLineIsKnown(string text)
    {
        Assert.SkipWhen(
            ProgramPath.Find("kubectl", Environment.GetEnvironmentVariable("PATH"), []) is null,
            "there is no kubectl on this machine"
        );
        var directory = Directory.CreateTempSubdirectory("seaworthy-kubectl-");
        try
        {
            var file = Path.Combine(directory.FullName, "config");
            File.WriteAllText(file, Configuration);
            var line = All(new KubectlCommands("none")).First(line => $"{line}" == text) with
            {
                Environment = new Dictionary<string, string> { ["KUBECONFIG"] = file },
            };
            using MemoryStream input = new("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"u8.ToArray());
            var result = new ProcessRunner().Run(line, input);
            Assert.DoesNotContain("unknown", result.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("invalid argument", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("see 'kubectl", result.Error, StringComparison.OrdinalIgnoreCase);
            Assert.True(result.IsDone || result.Error.Contains("127.0.0.1:1", StringComparison.Ordinal), result.Error);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static IEnumerable<CommandLine> All(KubectlCommands commands)
    {
        WorkloadName web = new("deployment", "shop", "web");
        return
        [
            KubectlCommands.KnownContext("none"),
            commands.Space(),
            commands.Version(),
            commands.MayI(new Permission("patch", "deployments.apps", "shop")),
            commands.Exists(new NeededObject("Secret", "shop", "web", "")),
            commands.Apply("shop", isTrial: true),
            commands.Apply(null, isForced: true),
            commands.Read(web),
            commands.Revisions("shop"),
            commands.Pods("shop"),
            commands.Rollout(web, TimeSpan.FromSeconds(1)),
            commands.Undo(web, 3),
            commands.Delete(web),
            commands.DeletePod("shop", "web-1"),
            commands.Logs("shop", "web-1", "web", 20, isPrevious: true),
            commands.JobLogs(web with { Kind = "job" }, 20),
            commands.WorkloadLogs(web, 20, isFollowed: false),
            commands.CreateLease("shop"),
            commands.ReadLease("shop", "seaworthy-shop"),
            commands.ReplaceLease("shop"),
            commands.DeleteLease("shop", "seaworthy-shop"),
        ];
    }
}
