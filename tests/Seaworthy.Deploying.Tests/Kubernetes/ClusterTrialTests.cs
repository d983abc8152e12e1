using Xunit;

namespace Seaworthy.Deploying.Tests.Kubernetes;

/// <summary>Whole deployments to the recorded kubectl, which refuses every command line that it does not know.</summary>
public sealed class ClusterTrialTests
{
    [Fact]
    public void AGoodDeploymentAppliesMigratesAndCounts()
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        Assert.Equal("registry.example/web:1", project.Image);
        Assert.Equal(
            3,
            project.Asked.Count(line =>
                line.Contains(" apply ", StringComparison.Ordinal) && !line.Contains("dry-run", StringComparison.Ordinal)
            )
        );
        Assert.Contains("column \"note\" exists already", string.Concat(project.JobLogs), StringComparison.Ordinal);
        Assert.False(project.HasLease);
        // The trial comes before the first change, and the migration before the rollout.
        Assert.True(At(project, "--dry-run=server") < At(project, "--field-manager=seaworthy --filename=-", after: "--dry-run=server"));
        Assert.True(At(project, "get job/web-migrate") < At(project, "rollout status"));

        Expect(project, 0, project.Deploy("1"));
        Assert.Contains("nothing to do", project.Output, StringComparison.Ordinal);

        Expect(project, 0, project.Deploy("2"));
        Expect(project, 0, project.Ask("releases"));
        Assert.Contains("*    2", project.Output, StringComparison.Ordinal);
        Expect(project, 0, project.Ask("status"));
        Assert.Contains("2 of 2 ready, revision 2, registry.example/web:2", project.Output, StringComparison.Ordinal);
        Expect(project, 0, project.Ask("logs"));
        Assert.Contains("listening on 8080", project.Output, StringComparison.Ordinal);

        Expect(project, 0, project.Ask("rollback"));
        Assert.Equal("registry.example/web:1", project.Image);
        // Back and forth again: the first one has another number now, and is found by what it holds.
        Expect(project, 0, project.Ask("rollback", "--to", "2"));
        Assert.Equal("registry.example/web:2", project.Image);
    }

    [Theory]
    [InlineData("refused", "spec.replicas: Invalid value")]
    [InlineData("conflict", "--force-conflicts")]
    [InlineData("forbidden", "you may not patch deployments.apps in shop")]
    [InlineData("homeless", "there is no namespace shop")]
    [InlineData("secretless", "needs the Secret web")]
    public void WhatTheClusterRefusesBeforehandTouchesNothing(string mode, string reason)
    {
        using ClusterProject project = new();
        project.Fail(mode);
        Expect(project, 16, project.Deploy("1"));
        Assert.Contains(reason, project.Output, StringComparison.Ordinal);
        Assert.Equal("", project.Image);
        Assert.DoesNotContain(
            project.Asked,
            line => line.EndsWith("apply --server-side --field-manager=seaworthy --filename=-", StringComparison.Ordinal)
        );
        Assert.False(project.HasLease);
    }

    [Fact]
    public void AFailingMigrationLeavesWhatServes()
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        project.Fail("jobfails");
        Expect(project, 12, project.Deploy("2"));
        Assert.Equal("registry.example/web:1", project.Image);
        Assert.Contains("job/web-migrate failed (BackoffLimitExceeded", project.Output, StringComparison.Ordinal);
        Assert.Contains("  | column \"note\" exists already", project.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slow", 13, "deployment/web is not rolled out after 4 s")]
    [InlineData("crash", 13, "ends and is started again (CrashLoopBackOff, exit code 7)")]
    [InlineData("late", 14, "ends and is started again (CrashLoopBackOff, exit code 7)")]
    public void WhatFailsGoesBackToTheRevisionBefore(string tag, int code, string reason)
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        // What fails ends the watch: it may be as long as a slow machine needs for three looks.
        Expect(project, code, project.Deploy(tag, "--watch", "30s"));
        Assert.Equal("registry.example/web:1", project.Image);
        Assert.Contains(reason, project.Output, StringComparison.Ordinal);
        Assert.Contains("  | cannot open /data: no such file", project.Output, StringComparison.Ordinal);
        Assert.Contains("The workloads run what they ran before", project.Output, StringComparison.Ordinal);
        Assert.Contains("--namespace=shop rollout undo deployment/web --to-revision=1", project.Asked);
        // The next one is as if nothing had been.
        Expect(project, 0, project.Deploy("3"));
        Assert.Equal("registry.example/web:3", project.Image);
    }

    [Fact]
    public void WhatIsNewIsDeletedAgain()
    {
        using ClusterProject project = new();
        Expect(project, 13, project.Deploy("crash"));
        Assert.Equal("", project.Image);
    }

    [Fact]
    public void WhatCannotBeUndoneIsSaidAndTriedAgain()
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        project.Fail("undofails");
        Expect(project, 15, project.Deploy("crash"));
        Assert.Contains("unable to handle the request", project.Output, StringComparison.Ordinal);
        project.Fail("");
        Expect(project, 0, project.Deploy("2"));
        Assert.Contains("ended in the middle: it is taken back now", project.Output, StringComparison.Ordinal);
        Assert.Equal("registry.example/web:2", project.Image);
    }

    [Theory]
    [InlineData("StepBegun", "apply/first")]
    [InlineData("StepDone", "migrate/web-migrate")]
    [InlineData("StepBegun", "apply")]
    [InlineData("StepDone", "apply")]
    [InlineData("StepDone", "rollout/web")]
    [InlineData("StepBegun", "watch")]
    public void TheNextCommandSettlesWhatWasKilled(string what, string step)
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        Assert.True(project.Kill("2", what, step), project.Output);
        // The one who was killed has the lease still, and may go on at once.
        Assert.True(project.HasLease);
        Expect(project, 0, project.Deploy("1"));
        Assert.Contains("ended in the middle: it is taken back now", project.Output, StringComparison.Ordinal);
        Assert.Equal("registry.example/web:1", project.Image);
        Assert.False(project.HasLease);
    }

    [Fact]
    public void TwoDeploymentsDoNotMeet()
    {
        using ClusterProject project = new();
        project.Lease("somebody@elsewhere", DateTimeOffset.UtcNow);
        Expect(project, 17, project.Deploy("1"));
        Assert.Contains("somebody@elsewhere works on shop in shop of trial", project.Output, StringComparison.Ordinal);
        Assert.Equal("", project.Image);
        Assert.True(project.HasLease);

        project.Lease("somebody@elsewhere", DateTimeOffset.UtcNow - TimeSpan.FromMinutes(5));
        Expect(project, 0, project.Deploy("1"));
        Assert.Equal("registry.example/web:1", project.Image);
    }

    [Fact]
    public void ADryRunChangesNothing()
    {
        using ClusterProject project = new();
        Expect(project, 0, project.Deploy("1"));
        project.Forget();
        Expect(project, 0, project.Deploy("2", "--dry-run"));
        Assert.Contains(
            "kubectl --context=trial --namespace=shop apply --server-side --field-manager=seaworthy --filename=- < manifests",
            project.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "To undo: return deployment/web to revision 1\n    kubectl --context=trial --namespace=shop rollout undo deployment/web --to-revision=1",
            project.Output,
            StringComparison.Ordinal
        );
        Assert.Equal("registry.example/web:1", project.Image);
        Assert.DoesNotContain(
            project.Asked,
            line =>
                line.Contains("create --field", StringComparison.Ordinal)
                || line.EndsWith("seaworthy --filename=-", StringComparison.Ordinal) && !line.Contains("dry-run", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void OtherCommandsSayThatTheyDoNot()
    {
        using ClusterProject project = new();
        foreach (var verb in (string[])["verify", "backup", "drill", "certificates", "unlock"])
        {
            Expect(project, 2, project.Ask(verb));
            Assert.Contains($"{verb} does not work on kube-context://", project.Output, StringComparison.Ordinal);
        }

        Expect(project, 2, project.Deploy("1", "--canary", "10%:1m"));
        Assert.Contains("--canary says nothing to a cluster", project.Output, StringComparison.Ordinal);
    }

    private static int At(ClusterProject project, string part, string? after = null)
    {
        var asked = project.Asked.ToList();
        var start = after is null ? 0 : asked.FindIndex(line => line.Contains(after, StringComparison.Ordinal)) + 1;
        return asked.FindIndex(start, line => line.Contains(part, StringComparison.Ordinal));
    }

    private static void Expect(ClusterProject project, int wanted, int code)
    {
        Assert.True(code == wanted, $"exit code {code} and not {wanted}:\n{project.Output}");
        Assert.DoesNotContain(project.Asked, line => line.StartsWith("REFUSED", StringComparison.Ordinal));
    }
}
