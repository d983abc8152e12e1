using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Pipelines;

public sealed class JobReachabilityTests
{
    private static IReadOnlyDictionary<string, JobReach> Of(string text)
    {
        SourceFile file = new(".github/workflows/ci.yml", text);
        return JobReachability.Of(Assert.IsType<Workflow>(new WorkflowReader().Read(new FileSyntax(file))));
    }

    // One job "a" with a condition, under a trigger.
    private static JobReach Single(string on, string condition) =>
        Of($"on: {on}\njobs:\n  a:\n    runs-on: x\n    if: \"{condition}\"\n    steps: [{{ run: ls }}]\n")["a"];

    private static JobReach Last(string on, params string[] conditions)
    {
        var jobs = string.Concat(
            conditions.Select(
                (condition, index) =>
                    $"  j{index}:\n    runs-on: x\n"
                    + (index > 0 ? $"    needs: j{index - 1}\n" : "")
                    + (condition.Length > 0 ? $"    if: \"{condition}\"\n" : "")
                    + "    steps: [{ run: ls }]\n"
            )
        );
        return Of($"on: {on}\njobs:\n{jobs}")[$"j{conditions.Length - 1}"];
    }

    [Theory]
    [InlineData("{ push: { branches: [main] } }", "github.ref == 'refs/heads/main'")]
    [InlineData("{ push: { branches: [main] } }", "github.ref_name == 'MAIN'")]
    [InlineData("{ push: { branches: ['release/**'] } }", "github.ref == 'refs/heads/release/1.2'")]
    [InlineData("{ push: { branches: ['release/**'] } }", "startsWith(github.ref, 'refs/heads/release/')")]
    [InlineData("push", "startsWith(github.ref, 'refs/tags/')")]
    [InlineData("{ push: { tags: ['v*'] } }", "startsWith(github.ref, 'refs/tags/v')")]
    [InlineData("{ push: { paths: ['src/**'] } }", "github.ref_type == 'tag'")]
    [InlineData("[push, pull_request]", "github.event_name == 'pull_request' && github.base_ref == 'main'")]
    [InlineData("{ pull_request: { types: [closed] } }", "github.event.action == 'closed' && github.ref == 'refs/heads/main'")]
    [InlineData("pull_request", "contains(fromJSON('[\\\"opened\\\", \\\"reopened\\\"]'), github.event.action)")]
    [InlineData("{ release: { types: [published] } }", "github.event.action == 'published'")]
    [InlineData("workflow_dispatch", "github.ref == 'refs/heads/main'")]
    [InlineData("workflow_dispatch", "inputs.target == 'production'")]
    [InlineData("push", "github.repository == 'acme/api'")]
    [InlineData("push", "!cancelled()")]
    [InlineData("push", "always()")]
    [InlineData("push", "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)")]
    [InlineData("push", "github.ref == format('refs/heads/{0}', 'develop')")]
    [InlineData("push", "vars.DEPLOY == 'true'")]
    [InlineData("{ workflow_call: {}, push: { branches: [main] } }", "github.ref == 'refs/heads/develop'")]
    [InlineData("push", "${{ github.ref }} == 'refs/heads/x' && false")]
    [InlineData("push", "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository")]
    [InlineData("issue_comment", "github.event.issue.pull_request && contains(github.event.comment.body, '/deploy')")]
    [InlineData("{ push: { branches-ignore: [main] } }", "github.ref == 'refs/heads/develop'")]
    [InlineData("{ schedule: [{ cron: '0 0 * * *' }] }", "github.ref == 'refs/heads/main'")]
    [InlineData("workflow_run", "github.event.workflow_run.conclusion == 'success'")]
    public void A_condition_that_may_hold_is_never_called_impossible(string on, string condition)
    {
        Assert.NotEqual(JobReachKind.Never, Single(on, condition).Kind);
    }

    [Theory]
    [InlineData("{ push: { branches: [main] } }", "github.ref == 'refs/heads/develop'")]
    [InlineData("{ push: { branches: [main] } }", "startsWith(github.ref, 'refs/tags/')")]
    [InlineData("{ push: { tags: ['v*'] } }", "github.ref == 'refs/heads/main'")]
    [InlineData("{ push: { branches: [main, 'release/**'] } }", "github.ref_name == 'staging'")]
    [InlineData("{ push: { branches: [main, dev, '!main'] } }", "github.ref_name == 'main'")]
    [InlineData("{ push: { branches-ignore: [main] } }", "github.ref == 'refs/heads/main'")]
    [InlineData("push", "github.event_name == 'pull_request'")]
    [InlineData("push", "github.event.action == 'published' && github.event_name == 'release'")]
    [InlineData("pull_request", "github.ref == 'refs/heads/main'")]
    [InlineData("pull_request", "github.event.action == 'closed'")]
    [InlineData("{ pull_request: { branches: [main] } }", "github.base_ref == 'develop'")]
    [InlineData("push", "github.event.pull_request.merged == true")]
    [InlineData("push", "inputs.deploy")]
    [InlineData("push", "failure()")]
    [InlineData("push", "github.ref == 'main'")]
    public void A_condition_that_no_trigger_satisfies_never_runs(string on, string condition)
    {
        var reach = Single(on, condition);

        Assert.Equal(JobReachKind.Never, reach.Kind);
        Assert.Equal(5, reach.Places[0].StartLine);
        Assert.False(reach.IsInherited);
    }

    [Fact]
    public void A_job_whose_need_runs_under_other_events_never_runs()
    {
        var reach = Last(
            "{ push: { branches: [main, develop] }, release: { types: [published] } }",
            "",
            "github.event_name == 'push' && github.ref == 'refs/heads/main'",
            "github.event_name == 'push' && github.ref == 'refs/heads/develop'"
        );

        Assert.Equal(JobReachKind.Never, reach.Kind);
        Assert.Contains(
            "needs 'j1', which runs only if github.event_name == 'push' && github.ref == 'refs/heads/main'",
            reach.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal([14, 13, 9], reach.Places.Select(place => place.StartLine));
    }

    [Fact]
    public void The_condition_that_excludes_may_stand_further_back()
    {
        var reach = Last("push", "github.ref == 'refs/heads/main'", "", "startsWith(github.ref, 'refs/tags/')");

        Assert.Contains("through 'j0'", reach.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("always() && github.ref == 'refs/heads/develop'")]
    [InlineData("!cancelled() && github.ref == 'refs/heads/develop'")]
    [InlineData("always() && needs.j0.result == 'skipped' && github.ref == 'refs/heads/develop'")]
    public void Asking_for_the_status_runs_after_a_skipped_need(string condition)
    {
        Assert.NotEqual(JobReachKind.Never, Last("push", "github.ref == 'refs/heads/main'", condition).Kind);
    }

    [Theory]
    [InlineData("success() && github.ref == 'refs/heads/develop'")]
    [InlineData("always() && needs.j0.result == 'success' && github.ref == 'refs/heads/develop'")]
    [InlineData("always() && needs.j0.outputs.changed == 'true' && github.ref == 'refs/heads/develop'")]
    public void Asking_for_success_does_not(string condition)
    {
        Assert.Equal(JobReachKind.Never, Last("push", "github.ref == 'refs/heads/main'", condition).Kind);
    }

    [Fact]
    public void What_needs_a_job_that_never_runs_inherits_it()
    {
        var reach = Last("pull_request", "github.event_name == 'push'", "", "");

        Assert.True(reach.IsInherited);
        Assert.Equal("it needs 'j1', which never runs", reach.Reason);
    }

    [Fact]
    public void A_plain_false_is_a_switch()
    {
        Assert.Equal(JobReachKind.SwitchedOff, Single("push", "${{ false }}").Kind);
        Assert.Equal("it needs 'j0', which is switched off", Last("push", "false", "").Reason);
    }

    [Fact]
    public void Failure_after_a_need_is_possible()
    {
        Assert.Equal(JobReachKind.Unknown, Last("push", "", "failure()").Kind);
        Assert.Equal(JobReachKind.Unknown, Last("push", "", "", "failure()").Kind);
    }

    [Fact]
    public void A_plain_job_is_reachable()
    {
        Assert.Equal(JobReachKind.Reachable, Last("push", "", "").Kind);
    }

    [Fact]
    public void Needs_in_a_circle_end()
    {
        var reach = Of(
            "on: push\njobs:\n  a: { needs: b, runs-on: x, steps: [{ run: ls }] }\n  b: { needs: a, runs-on: x, steps: [{ run: ls }] }\n"
        );

        Assert.Equal(JobReachKind.Unknown, reach["a"].Kind);
    }
}
