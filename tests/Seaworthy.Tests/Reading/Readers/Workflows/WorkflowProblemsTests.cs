using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Workflows;

public sealed class WorkflowProblemsTests
{
    private static IReadOnlyList<Problem> Problems(string text) =>
        new WorkflowReader().Read(new FileSyntax(new SourceFile(".github/workflows/ci.yml", text)))?.Problems ?? [];

    private static Problem Step(string step) =>
        Assert.Single(Problems($"on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - {step}\n"));

    private static Problem Job(string job) =>
        Assert.Single(Problems($"on: push\njobs:\n  b: {{ runs-on: x, steps: [{{ run: ls }}] }}\n  a:\n    {job}\n"));

    [Theory]
    [InlineData("runs: ls", ProblemKind.UnknownKey, "did you mean 'run'?", "runs")]
    [InlineData("name: nothing", ProblemKind.InvalidValue, "Neither 'run' nor 'uses'", "name: nothing")]
    [InlineData("{ run: ls, uses: a/b@v1 }", ProblemKind.InvalidValue, "'uses' is not allowed beside 'run'", "uses")]
    [InlineData("{ uses: a/b@v1, working-directory: x }", ProblemKind.InvalidValue, "not allowed beside 'uses'", "working-directory")]
    [InlineData("{ run: ls, enviroment: x }", ProblemKind.UnknownKey, "Unknown key 'enviroment'.", "enviroment")]
    [InlineData("{ run: ls, timeout-minute: 1 }", ProblemKind.UnknownKey, "did you mean 'timeout-minutes'?", "timeout-minute")]
    [InlineData("{ run: ls, continue-on-error: 'yes' }", ProblemKind.InvalidValue, "true or false", "'yes'")]
    [InlineData("{ run: ls, env: [A] }", ProblemKind.InvalidValue, "A list is not expected", "env")]
    [InlineData("{ run: ls, if: secrets.KEY != '' }", ProblemKind.InvalidValue, "'secrets' is not available here", "secrets.KEY")]
    [InlineData("{ run: ls, id: 1st }", ProblemKind.InvalidValue, "The id '1st' is invalid", "1st")]
    [InlineData("uses: actions/checkout", ProblemKind.InvalidValue, "names no action", "actions/checkout")]
    [InlineData("uses: a/b@${{ github.sha }}", ProblemKind.InvalidValue, "An expression is not allowed here", "a/b@${{ github.sha }}")]
    [InlineData("{ uses: a/b@v1, with: }", ProblemKind.InvalidValue, "A value is required", "with")]
    public void A_step_is_refused(string step, ProblemKind kind, string message, string place)
    {
        var problem = Step(step);

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Span.Text);
    }

    [Theory]
    [InlineData("steps: [{ run: ls }]", "Neither 'uses' nor 'runs-on'", "a")]
    [InlineData("{ run-on: x, steps: [{ run: ls }] }", "did you mean 'runs-on'?", "run-on")]
    [InlineData("{ uses: a/b/c.yml@v1, steps: [{ run: ls }] }", "'steps' is not allowed beside 'uses'", "steps")]
    [InlineData("{ runs-on: x, need: b, steps: [{ run: ls }] }", "did you mean 'needs'?", "need")]
    [InlineData("{ runs-on: x, needs: c, steps: [{ run: ls }] }", "needs an unknown job 'c'", "c")]
    [InlineData("{ runs-on: x, if: env.A == 'b', steps: [{ run: ls }] }", "'env' is not available here", "env.A")]
    [InlineData("{ runs-on: x, if: hashFiles('a') != '', steps: [{ run: ls }] }", "'hashFiles' is not available here", "hashFiles('a')")]
    [InlineData("{ runs-on: x, timeout-minutes: '30', steps: [{ run: ls }] }", "a number", "'30'")]
    [InlineData("{ runs-on: x, strategy: { matrix: { node: 18 } }, steps: [{ run: ls }] }", "a list is expected", "18")]
    [InlineData("{ runs-on: x, steps: [{ run: ls, id: s }, { run: ls, id: s }] }", "used twice", "s")]
    [InlineData("{ runs-on: x, steps: }", "A value is required", "steps")]
    [InlineData("{ runs-on: x, permissions: { content: read }, steps: [{ run: ls }] }", "did you mean 'contents'?", "content")]
    [InlineData("{ runs-on: x, permissions: write, steps: [{ run: ls }] }", "read-all, write-all", "write")]
    [InlineData("{ runs-on: x, env: { A: 1, a: 2 }, steps: [{ run: ls }] }", "already defined as 'A'", "a")]
    public void A_job_is_refused(string job, string message, string place)
    {
        var problem = Job(job);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Span.Text);
    }

    [Theory]
    [InlineData("on: pull_requests", "did you mean 'pull_request'?")]
    [InlineData("on: { push: { branchs: [main] } }", "did you mean 'branches'?")]
    [InlineData("on: { pull_request: { tags: ['v*'] } }", "Unknown key 'tags'")]
    [InlineData("on: { workflow_call: { inputs: { a: {} } } }", "The required key 'type' is missing")]
    [InlineData("name: x", "The required key 'on' is missing")]
    [InlineData("on: push\njob: {}", "did you mean 'jobs'?")]
    [InlineData("on: push\nenv: { A: \"${{ env.B }}\" }", "'env' is not available here")]
    public void A_workflow_is_refused(string head, string message)
    {
        var problem = Assert.Single(Problems($"{head}\njobs: {{ b: {{ runs-on: x, steps: [{{ run: ls }}] }} }}\n"));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jobs_that_wait_for_each_other_are_refused()
    {
        var problems = Problems(
            "on: push\njobs:\n  a: { needs: b, runs-on: x, steps: [{ run: ls }] }\n  b: { needs: a, runs-on: x, steps: [{ run: ls }] }\n"
        );

        Assert.Equal(2, problems.Count);
        Assert.Equal("b", problems[0].Span.Text);
    }

    [Fact]
    public void A_duplicate_key_is_told_once()
    {
        var problem = Assert.Single(Problems("on: push\njobs:\n  a:\n    runs-on: x\n    runs-on: y\n    steps: [{ run: ls }]\n"));

        Assert.Equal(ProblemKind.DuplicateKey, problem.Kind);
    }

    [Fact]
    public void After_a_syntax_fault_nothing_is_said_to_be_missing()
    {
        var problem = Assert.Single(Problems("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo\n     - uses: x\n"));

        Assert.Equal(ProblemKind.Syntax, problem.Kind);
    }

    [Fact]
    public void Templates_of_other_tools_inside_a_value_are_no_fault_of_the_file()
    {
        var problem = Assert.Single(
            Problems("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo prefix={{branch}}-\n     - uses: x\n")
        );

        Assert.Equal(7, problem.Span.StartLine);
    }

    [Fact]
    public void New_kinds_of_steps_are_known()
    {
        Assert.Empty(
            Problems(
                "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - { id: s, run: ls, background: true }\n      - parallel: [{ run: a }, { run: b }]\n      - wait-all:\n      - cancel: s\n"
            )
        );
    }
}
